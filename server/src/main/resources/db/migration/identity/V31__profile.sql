-- What is known of a member's place in the organization, and who says so.
create table identity.profile (
    organization_id uuid not null,
    person_id       uuid not null,
    department      text not null default '' check (length(department) <= 120),
    title           text not null default '' check (length(title) <= 120),
    cost_center     text not null default '' check (length(cost_center) <= 60),
    manager_id      uuid check (manager_id <> person_id),
    source          text not null check (source in ('MANUAL', 'CLAIMS', 'SCIM')),
    changed_at      timestamptz not null,
    primary key (organization_id, person_id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade,
    foreign key (organization_id, manager_id) references identity.membership
);
create index profile_manager on identity.profile (organization_id, manager_id);
call kernel.isolate_with_installation('identity.profile');
grant select, insert, update, delete on identity.profile to "${application}";
