-- The provider through which an organization's people must come in.
create table identity.required_provider (
    organization_id uuid primary key references kernel.organization,
    provider_id     uuid not null,
    since           timestamptz not null,
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade
);
call kernel.isolate_with_installation('identity.required_provider');

-- Who may come in without it, with a second factor: for the day on which it is broken.
create table identity.fallback_person (
    organization_id uuid not null,
    person_id       uuid not null,
    primary key (organization_id, person_id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
call kernel.isolate_with_installation('identity.fallback_person');

-- A session that acts for a while although it was not opened through the provider.
create table identity.fallback_use (
    organization_id uuid not null,
    session_id      uuid not null,
    person_id       uuid not null,
    why             text not null check (why in ('BREAK_GLASS', 'UNREACHABLE')),
    ends_at         timestamptz not null,
    primary key (organization_id, session_id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index fallback_use_age on identity.fallback_use (ends_at);
create index fallback_use_person on identity.fallback_use (organization_id, person_id);
call kernel.isolate_with_installation('identity.fallback_use');

grant select, insert, update, delete on identity.required_provider to "${application}";
grant select, insert, delete on identity.fallback_person to "${application}";
grant select, insert, update, delete on identity.fallback_use to "${application}";
