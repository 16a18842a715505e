-- Whoever takes an entry out of the queue must have put it into its tree: the role that deletes here cannot delete leaves, so
-- no entry is lost on the way.
create function ledger.keep_queue() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from taken t where not exists (
            select from ledger.leaf l
            where l.organization_id = t.organization_id and l.entry_id = t.entry_id and l.hash = t.hash)) then
        raise insufficient_privilege using message = 'an entry that no tree has stays in ledger.pending';
    end if;
    return null;
end $$;
create trigger keep_queue after delete on ledger.pending
    referencing old table as taken for each statement execute function ledger.keep_queue();
