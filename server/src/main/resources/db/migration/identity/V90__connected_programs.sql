-- A program that asks to act for whoever types its short code. Both codes are kept as hashes.
create table identity.device_code (
    device_hash   bytea primary key check (length(device_hash) = 32),
    user_hash     bytea not null unique check (length(user_hash) = 32),
    program       text not null check (length(program) between 1 and 60),
    permissions   text[] not null,
    address       text not null check (length(address) <= 50),
    asked_at      timestamptz not null,
    expires_at    timestamptz not null,
    polled_at     timestamptz,
    wait_seconds  integer not null default 5,
    denied        boolean not null default false,
    connection_id uuid
);
create index device_code_address on identity.device_code (address);
create index device_code_expiry on identity.device_code (expires_at);
alter table identity.device_code enable row level security;
alter table identity.device_code force row level security;
create policy installation on identity.device_code using ((select kernel.is_installation()));

-- A program that acts for a member until either ends. Refresh tokens of one connection share a part, and only the latest is good.
create table identity.connection (
    organization_id    uuid not null,
    id                 uuid not null unique,
    person_id          uuid not null,
    program            text not null check (length(program) between 1 and 60),
    permissions        text[] not null check (cardinality(permissions) > 0),
    -- How the person was signed in who allowed it.
    second_factor      text not null check (second_factor in ('NONE', 'OWN', 'FEDERATED')),
    through_provider   boolean not null,
    family_hash        bytea unique check (length(family_hash) = 32),
    latest_hash        bytea check (length(latest_hash) = 32),
    refresh_until      timestamptz,
    connected_at       timestamptz not null,
    expires_at         timestamptz not null,
    last_used_at       timestamptz,
    last_used_address  text check (length(last_used_address) <= 50),
    primary key (organization_id, id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index connection_person on identity.connection (person_id);
create index connection_member on identity.connection (organization_id, person_id);
call kernel.isolate_with_installation('identity.connection');

grant select, insert, update, delete on identity.device_code to "${application}";
grant select, insert, update, delete on identity.connection to "${application}";
