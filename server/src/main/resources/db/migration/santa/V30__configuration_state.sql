-- Counts the changes of an organization's settings and of the order of its tags, so that a node knows with one small
-- read whether what it remembers still holds.
create table santa.configuration_state (
    organization_id uuid primary key references kernel.organization,
    version         bigint not null
);
call kernel.isolate('santa.configuration_state');
grant select, insert, update on santa.configuration_state to "${application}";
