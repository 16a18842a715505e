-- A program's place in an organization, with a person who answers for it.
create table identity.service_account (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 80),
    purpose         text not null check (length(purpose) between 1 and 500),
    owner_id        uuid not null,
    permissions     text[] not null check (cardinality(permissions) > 0),
    suspended_at    timestamptz,
    version         integer not null default 1,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, owner_id) references identity.membership
);
create unique index service_account_name on identity.service_account (organization_id, lower(name));
create index service_account_owner on identity.service_account (organization_id, owner_id);
call kernel.isolate_with_installation('identity.service_account');

-- A key is found by its public id before its organization is known. Of its secret, 256 random bits, only a hash is kept.
create table identity.api_key (
    organization_id    uuid not null,
    id                 uuid not null,
    service_account_id uuid not null,
    public_id          text not null unique check (public_id ~ '^[0-9a-f]{16}$'),
    secret_hash        bytea not null check (length(secret_hash) = 32),
    name               text not null check (length(name) between 1 and 80),
    permissions        text[] not null check (cardinality(permissions) > 0),
    networks           text[] not null check (cardinality(networks) <= 20),
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    last_used_at       timestamptz,
    last_used_address  text check (length(last_used_address) <= 50),
    revoked_at         timestamptz,
    revoked_because    text check (length(revoked_because) <= 500),
    -- The owner was told that the key ends within so many days.
    warned_days        integer,
    primary key (organization_id, id),
    foreign key (organization_id, service_account_id) references identity.service_account on delete cascade,
    check ((revoked_at is null) = (revoked_because is null))
);
create index api_key_account on identity.api_key (organization_id, service_account_id);
create index api_key_expiry on identity.api_key (expires_at) where revoked_at is null;
call kernel.isolate_with_installation('identity.api_key');

grant select, insert, update, delete on identity.service_account to "${application}";
grant select, insert, update, delete on identity.api_key to "${application}";
