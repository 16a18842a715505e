-- The key that seals what belongs to no single organization, such as the seed of a person's authenticator app.
create table vault.installation_key (
    version    integer primary key check (version > 0),
    wrapped    bytea not null,
    master_key text not null,
    created_at timestamptz not null default now()
);
alter table vault.installation_key enable row level security;
alter table vault.installation_key force row level security;
create policy installation on vault.installation_key using ((select kernel.is_installation()));

grant select, insert on vault.installation_key to "${application}";
