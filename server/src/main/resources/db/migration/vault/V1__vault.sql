-- The key that seals one organization's secrets, itself sealed by the installation's master key.
create table vault.data_key (
    organization_id uuid not null references kernel.organization,
    version         integer not null check (version > 0),
    wrapped         bytea not null,
    master_key      text not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, version)
);
call kernel.isolate('vault.data_key');

grant select, insert on vault.data_key to "${application}";
