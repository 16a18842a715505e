-- An entry's hash is what its bytes give, and the database itself queues it: neither the application's role nor an older
-- node that knows nothing of trees can write an entry that no tree will have.
create function ledger.queue() returns trigger
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from inserted where leaf_hash <> sha256('\x00'::bytea || canonical)) then
        raise check_violation using message = 'leaf_hash of an entry must be the hash of its canonical bytes';
    end if;
    insert into ledger.pending (organization_id, entry_id, hash) select organization_id, id, leaf_hash from inserted;
    return null;
end $$;
create trigger queue after insert on ledger.entry
    referencing new table as inserted for each statement execute function ledger.queue();
revoke insert on ledger.pending from "${application}";

-- What older nodes wrote since there are trees. Row-level security binds the owner too, but for this one statement.
select set_config('app.installation', 'on', true);
alter table ledger.entry no force row level security;
insert into ledger.pending (organization_id, entry_id, hash)
select organization_id, id, sha256('\x00'::bytea || canonical) from ledger.entry e
where not exists (select from ledger.leaf l where l.organization_id = e.organization_id and l.entry_id = e.id)
  and not exists (select from ledger.pending p where p.organization_id = e.organization_id and p.entry_id = e.id);
alter table ledger.entry force row level security;
