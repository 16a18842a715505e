-- Keys that are there to be destroyed: of a subject, and of a class and month of the book. Each seals nothing alone; what two
-- of them sealed is gone with either. Wrapped by the organization's data key.
create table vault.erasable_key (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 100),
    wrapped         bytea not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, name)
);
call kernel.isolate('vault.erasable_key');
grant select, insert on vault.erasable_key to "${application}";

-- Tells which of the keys still exist, and keeps the first ones from being destroyed until the transaction ends. Locking a row
-- takes more rights than the application's role has.
create function vault.keep_erasable_keys(kept uuid[], present uuid[]) returns setof uuid
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    with locked as (
        select id from vault.erasable_key
        where organization_id = (select kernel.current_organization()) and id = any (kept)
        order by id for key share)
    select id from locked
    union all
    select id from vault.erasable_key
    where organization_id = (select kernel.current_organization()) and id = any (present)
$$;
revoke execute on function vault.keep_erasable_keys from public;
grant execute on function vault.keep_erasable_keys to "${application}";

-- Waits for whoever seals with the key now, and lets nobody do so until the transaction ends. Only the ledger's functions
-- call it.
create function vault.lock_erasable_key(locked text) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select from vault.erasable_key
    where organization_id = (select kernel.current_organization()) and name = locked
    for update
$$;
revoke execute on function vault.lock_erasable_key from public;

-- Not the application's to call: the ledger's functions do, once they have seen the order in the book.
create function vault.destroy_erasable_key(destroyed text) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    delete from vault.erasable_key
    where organization_id = (select kernel.current_organization()) and name = destroyed
$$;
revoke execute on function vault.destroy_erasable_key from public;
