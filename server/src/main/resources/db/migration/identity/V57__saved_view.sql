-- A list as somebody wants it again: which list, and what its address says of filters, order and columns.
create table identity.saved_view (
    organization_id uuid not null,
    person_id       uuid not null,
    id              uuid not null,
    list            text not null check (list ~ '^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*){0,2}$' and length(list) <= 60),
    name            text not null check (length(name) between 1 and 60),
    query           text not null check (query ~ '^[A-Za-z0-9%._~+&=*-]*$' and length(query) <= 2000),
    preferred       boolean not null default false,
    primary key (organization_id, person_id, id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create unique index saved_view_name on identity.saved_view (organization_id, person_id, list, lower(name));
create unique index saved_view_preferred on identity.saved_view (organization_id, person_id, list) where preferred;
call kernel.isolate('identity.saved_view');
grant select, insert, update, delete on identity.saved_view to "${application}";
