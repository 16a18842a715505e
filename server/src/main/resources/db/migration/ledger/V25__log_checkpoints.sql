-- Which checkpoints the log of logs lacks is seen by comparing sizes: a note beside them can be lost in a race.
drop table ledger.unlogged;

-- The log of logs takes the latest checkpoint of each log whose latest it does not have, at most so many. Its leaf is the
-- checkpoint's text, hashed here, so that nobody can let it take another.
create function ledger.log_checkpoints(most integer) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    log_of_logs constant uuid := '00000000-0000-0000-0000-000000000000';
    taken bigint;
begin
    -- A statement of its own: the next one sees what whoever was here before has taken.
    perform pg_advisory_xact_lock(hashtextextended('ledger.log_of_logs', 0));
    with due as (
        select t.organization_id, t.origin, c.size, c.root from ledger.tree t
        cross join lateral (
            select size, root from ledger.checkpoint
            where organization_id = t.organization_id order by size desc limit 1) c
        where t.organization_id <> log_of_logs
          and c.size > coalesce((select max(size) from ledger.logged_checkpoint l
                                 where l.organization_id = t.organization_id), 0)
        order by t.organization_id limit most
    ), logged as (
        insert into ledger.logged_checkpoint (organization_id, size, leaf_id)
        select organization_id, size, uuidv7() from due
        returning organization_id, leaf_id
    )
    insert into ledger.pending (organization_id, entry_id, hash)
    select log_of_logs, leaf_id, sha256('\x00'::bytea || convert_to(
        origin || E'\n' || size || E'\n' || encode(root, 'base64') || E'\n', 'UTF8'))
    from logged join due using (organization_id);
    get diagnostics taken = row_count;
    return taken;
end $$;
revoke execute on function ledger.log_checkpoints from public;
grant execute on function ledger.log_checkpoints to "${application}";
revoke insert on ledger.logged_checkpoint from "${application}";
