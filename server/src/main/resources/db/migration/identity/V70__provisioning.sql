-- Whose rules apply to what the organization's directory provisions, and under which claim they look for its groups.
create table identity.provisioning (
    organization_id uuid primary key references kernel.organization,
    provider_id     uuid not null,
    groups_claim    text not null check (length(groups_claim) between 1 and 200),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade
);
create index provisioning_provider on identity.provisioning (organization_id, provider_id);
call kernel.isolate_with_installation('identity.provisioning');

-- A member whom the directory provisions, and what it said last. The time tells its own suspension from anybody else's.
create table identity.provisioned_person (
    organization_id uuid not null,
    person_id       uuid not null,
    user_name       text not null check (length(user_name) between 1 and 254),
    external_id     text check (length(external_id) between 1 and 255),
    attributes      jsonb not null,
    version         integer not null default 1,
    suspended_at    timestamptz,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (organization_id, person_id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create unique index provisioned_person_user_name on identity.provisioned_person (organization_id, lower(user_name));
create unique index provisioned_person_external_id on identity.provisioned_person (organization_id, external_id);
call kernel.isolate_with_installation('identity.provisioned_person');

-- A group of the directory.
create table identity.provisioned_group (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    display_name    text not null check (length(display_name) between 1 and 255),
    external_id     text check (length(external_id) between 1 and 255),
    version         integer not null default 1,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (organization_id, id)
);
create unique index provisioned_group_name on identity.provisioned_group (organization_id, lower(display_name));
create unique index provisioned_group_external_id on identity.provisioned_group (organization_id, external_id);
call kernel.isolate_with_installation('identity.provisioned_group');

create table identity.provisioned_group_member (
    organization_id uuid not null,
    group_id        uuid not null,
    person_id       uuid not null,
    primary key (organization_id, group_id, person_id),
    foreign key (organization_id, group_id) references identity.provisioned_group on delete cascade,
    foreign key (organization_id, person_id) references identity.provisioned_person on delete cascade
);
create index provisioned_group_member_person on identity.provisioned_group_member (organization_id, person_id);
call kernel.isolate_with_installation('identity.provisioned_group_member');

grant select, insert, update, delete on identity.provisioning to "${application}";
grant select, insert, update, delete on identity.provisioned_person to "${application}";
grant select, insert, update, delete on identity.provisioned_group to "${application}";
grant select, insert, delete on identity.provisioned_group_member to "${application}";
