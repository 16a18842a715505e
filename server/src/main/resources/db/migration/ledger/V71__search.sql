-- Entries are found by the beginnings of words in their action, object's name and reason. Each word is kept under its organization,
-- so that the index never meets another's. Sealed values are in none of these columns.
create function ledger.own_words(organization uuid, texts text) returns text[]
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select array(select distinct substr(organization::text, 25) || left(word, 64)
                 from regexp_split_to_table(lower(texts), '[^[:alnum:]]+') as word where word <> '')
$$;

-- Its cost keeps the planner from reading rows one by one where the index can be asked.
create function ledger.words(organization uuid, action text, object_name text, reason text) returns tsvector
    language sql immutable parallel safe cost 500 set search_path = pg_catalog, pg_temp as $$
    select array_to_tsvector(ledger.own_words(organization,
        action || ' ' || coalesce(object_name, '') || ' ' || coalesce(reason, '')))
$$;

-- All of these words, or words that begin with them; null, which finds nothing, where there is no word.
create function ledger.word_query(organization uuid, texts text) returns tsquery
    language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select string_agg('''' || word || ''':*', ' & ')::tsquery from unnest(ledger.own_words(organization, texts)) as word
$$;

create index entry_words on ledger.entry using gin (ledger.words(organization_id, action, object_name, reason));

-- Whether a text matches may be known only after whose row it is, so that row-level security keeps this index from being used.
-- The function below runs as the owner, whom this policy lets read, and asks for the organization in force by itself.
create policy search on ledger.entry for select to current_user using (true);

-- Ids of entries with these words and all else that is wanted, newest first. What is common is found among the newest entries; what is
-- not there is rare enough to be sorted. The index is asked for the longest word, which is likely to be the rarest.
create function ledger.find(wanted_words text, wanted_actor uuid, wanted_action text, wanted_object_type text,
    wanted_object_id text, wanted_correlation text, since timestamptz, until timestamptz, before_at timestamptz,
    before_id uuid, most integer) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    set work_mem = '32MB' as $$
declare
    organization constant uuid := kernel.current_organization();
    words constant tsquery := ledger.word_query(organization, wanted_words);
    parts constant text[] := array(select word from regexp_split_to_table(lower(wanted_words), '[^[:alnum:]]+') word
                                   where word <> '' order by length(word) desc);
    longest constant tsquery := ledger.word_query(organization, parts[1]);
    patterns constant text[] := array(select '%' || left(word, 64) || '%' from unnest(parts) word);
    newest constant integer := 5000;
    found uuid[];
begin
    found := array(
        select id from (
            select * from ledger.entry
            where organization_id = organization
              and (wanted_actor is null or actor_id = wanted_actor)
              and (wanted_action is null or action = wanted_action)
              and (wanted_object_type is null or object_type = wanted_object_type)
              and (wanted_object_id is null or object_id = wanted_object_id)
              and (wanted_correlation is null or correlation_id = wanted_correlation)
              and (since is null or recorded_at >= since)
              and (until is null or recorded_at < until)
              and (before_at is null or (recorded_at, id) < (before_at, before_id))
            order by recorded_at desc, id desc limit newest) e
        where lower(concat_ws(' ', action, object_name, reason)) like all (patterns)
          and ledger.words(organization_id, action, object_name, reason) @@ words
        order by recorded_at desc, id desc limit most);
    if cardinality(found) < most then
        found := array(
            with every as materialized (
                select recorded_at, id, action, object_name, reason from ledger.entry
                where organization_id = organization
                  and (wanted_actor is null or actor_id = wanted_actor)
                  and (wanted_action is null or action = wanted_action)
                  and (wanted_object_type is null or object_type = wanted_object_type)
                  and (wanted_object_id is null or object_id = wanted_object_id)
                  and (wanted_correlation is null or correlation_id = wanted_correlation)
                  and (since is null or recorded_at >= since)
                  and (until is null or recorded_at < until)
                  and (before_at is null or (recorded_at, id) < (before_at, before_id))
                  and ledger.words(organization_id, action, object_name, reason) @@ longest)
            -- The fence keeps words from being taken apart for more rows than fill the page.
            select id from (select * from every order by recorded_at desc, id desc offset 0) e
            where cardinality(parts) = 1
               or lower(concat_ws(' ', action, object_name, reason)) like all (patterns)
                  and ledger.words(organization, action, object_name, reason) @@ words
            limit most);
    end if;
    return query select unnest(found);
end $$;
revoke execute on function ledger.find from public;
grant execute on function ledger.find to "${application}";
