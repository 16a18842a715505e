-- When somebody of a provider last was at a customer; one row for each of both.
create table identity.visit (
    organization_id uuid not null,
    provider_id     uuid not null,
    person_id       uuid not null references identity.person,
    last_at         timestamptz not null,
    primary key (organization_id, person_id),
    foreign key (organization_id, provider_id) references kernel.organization (id, parent_id)
);
create index visit_of_provider on identity.visit (provider_id, person_id, organization_id);
call kernel.isolate('identity.visit');
create policy provider on identity.visit for select
    using (provider_id = (select kernel.current_organization()));

grant select, insert, update on identity.visit to "${application}";
