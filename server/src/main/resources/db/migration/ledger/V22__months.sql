-- The book by month: a partition that nobody needs any more goes as a whole. Bounds are ids, which begin with their time, so
-- that whoever looks for an id looks into one partition. What was written so far becomes the first partition as it is.
create function ledger.first_id(at timestamptz) returns uuid
    language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;

-- Both tables are written by one class, and rows go by functions that know both.
alter table ledger.payload drop constraint payload_organization_id_entry_id_fkey;

alter table ledger.entry rename to entry_before;
alter index ledger.entry_pkey rename to entry_before_pkey;
alter index ledger.entry_recorded rename to entry_before_recorded;
alter index ledger.entry_action rename to entry_before_action;
alter index ledger.entry_actor rename to entry_before_actor;
alter index ledger.entry_object rename to entry_before_object;
alter index ledger.entry_correlation rename to entry_before_correlation;
alter table ledger.payload rename to payload_before;
alter index ledger.payload_pkey rename to payload_before_pkey;
alter index ledger.payload_subject rename to payload_before_subject;

create table ledger.entry (like ledger.entry_before including constraints) partition by range (id);
alter table ledger.entry add primary key (organization_id, id);
alter table ledger.entry add foreign key (organization_id) references kernel.organization;
create index entry_recorded on ledger.entry (organization_id, recorded_at desc, id desc);
create index entry_action on ledger.entry (organization_id, action, recorded_at desc, id desc);
create index entry_actor on ledger.entry (organization_id, actor_id, recorded_at desc, id desc);
create index entry_object on ledger.entry (organization_id, object_type, object_id, recorded_at desc, id desc);
create index entry_correlation on ledger.entry (organization_id, correlation_id);
create index entry_class on ledger.entry (organization_id, retention_class, recorded_at);

create table ledger.payload (like ledger.payload_before including constraints) partition by range (entry_id);
alter table ledger.payload add primary key (organization_id, entry_id, path);
create index payload_subject on ledger.payload (organization_id, subject);

revoke all on ledger.entry_before, ledger.payload_before from "${application}";
grant select, insert on ledger.entry, ledger.payload to "${application}";

-- For ids far from now: appending never fails for want of a partition.
create table ledger.entry_default partition of ledger.entry default;
create table ledger.payload_default partition of ledger.payload default;

-- Row-level security binds the owner too, but for these statements.
alter table ledger.entry_before no force row level security;
alter table ledger.payload_before no force row level security;
do $$
declare
    after_this_month uuid := ledger.first_id(
        (date_trunc('month', now() at time zone 'UTC') + interval '1 month') at time zone 'UTC');
begin
    with moved as (delete from ledger.entry_before where id >= after_this_month returning *)
    insert into ledger.entry_default select * from moved;
    with moved as (delete from ledger.payload_before where entry_id >= after_this_month returning *)
    insert into ledger.payload_default select * from moved;
    execute format('alter table ledger.entry attach partition ledger.entry_before for values from (minvalue) to (%L)',
        after_this_month);
    execute format('alter table ledger.payload attach partition ledger.payload_before for values from (minvalue) to (%L)',
        after_this_month);
end $$;
alter table ledger.entry_before force row level security;
alter table ledger.payload_before force row level security;
call kernel.isolate('ledger.entry');
call kernel.isolate('ledger.entry_default');
call kernel.isolate('ledger.payload');
call kernel.isolate('ledger.payload_default');

-- Makes the partitions of the months to come; any number of nodes may call it.
create function ledger.make_months() returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare
    month timestamp;
    parent text;
    made text;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.months', 0));
    for ahead in 1..3 loop
        month := date_trunc('month', now() at time zone 'UTC') + ahead * interval '1 month';
        foreach parent in array array['entry', 'payload'] loop
            made := format('%s_%s', parent, to_char(month, 'YYYYMM'));
            continue when to_regclass('ledger.' || made) is not null;
            begin
                execute format('create table ledger.%I partition of ledger.%I for values from (%L) to (%L)', made, parent,
                    ledger.first_id(month at time zone 'UTC'),
                    ledger.first_id((month + interval '1 month') at time zone 'UTC'));
                execute format('call kernel.isolate(%L)', 'ledger.' || made);
            exception when check_violation then
                raise warning 'ledger.%_default has rows of %: they stay there', parent, made;
            end;
        end loop;
    end loop;
end $$;

-- Drops partitions of long ago that are empty, for every organization. Row-level security would hide rows from the owner too,
-- so it is lifted for the look; nobody else sees the table meanwhile.
create function ledger.drop_empty_months() returns setof text
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
    old text;
    is_empty boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger.months', 0));
    for old in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent in ('ledger.entry'::regclass, 'ledger.payload'::regclass)
          and c.relname ~ '_\d{6}$' and pg_stat_get_live_tuples(c.oid) = 0
          and to_date(substring(c.relname from '\d{6}$'), 'YYYYMM') < now() - interval '7 months'
    loop
        begin
            execute format('lock table ledger.%I in access exclusive mode', old);
            execute format('alter table ledger.%I no force row level security', old);
            execute format('select not exists (select from ledger.%I)', old) into is_empty;
            if is_empty then
                execute format('drop table ledger.%I', old);
                return next old;
            else
                execute format('alter table ledger.%I force row level security', old);
            end if;
        exception when lock_not_available then
            raise warning 'ledger.% is in use: it is looked at again tomorrow', old;
        end;
    end loop;
end $$;

revoke execute on function ledger.make_months, ledger.drop_empty_months from public;
grant execute on function ledger.make_months, ledger.drop_empty_months to "${application}";

-- For how many months after its own each month is kept; a class without a row is kept for ever, as the book's own is.
create table ledger.retention (
    organization_id uuid not null references kernel.organization,
    retention_class text not null check (retention_class in ('ACCESS', 'DECISION', 'CONFIGURATION', 'PEOPLE')),
    months          integer not null
                    check (months between case retention_class when 'ACCESS' then 6 else 12 end and 1200),
    primary key (organization_id, retention_class)
);
call kernel.isolate('ledger.retention');
grant select, insert, update, delete on ledger.retention to "${application}";

-- The holds in force that keep anything of a class in a month. One over single subjects keeps the month if it has to do with
-- any of them.
create function ledger.holds_on_month(class text, month date) returns setof ledger.hold
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select h.* from ledger.hold h
    where h.organization_id = (select kernel.current_organization())
      and h.state in ('IN_FORCE', 'RELEASE_REQUESTED')
      and (h.from_at is null or h.from_at < (month + interval '1 month') at time zone 'UTC')
      and (h.to_at is null or h.to_at > month::timestamp at time zone 'UTC')
      and (h.subjects = '{}' or exists (
          select from ledger.entry e
          where e.organization_id = h.organization_id and e.retention_class = class
            and e.recorded_at >= month::timestamp at time zone 'UTC'
            and e.recorded_at < (month + interval '1 month') at time zone 'UTC'
            and (e.actor_id = any (h.subjects) or e.object_id = any (h.subjects::text[])
                 or exists (select from ledger.payload p
                            where p.organization_id = e.organization_id and p.entry_id = e.id
                              and p.subject = any (h.subjects)))))
$$;

-- Drops a class's entries of a month whose time is over and that no hold keeps. Orders that the same transaction wrote into
-- the book must name them all, and nothing else. The application's role can drop by this function only.
create function ledger.drop_month(class text, month date) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    organization uuid := kernel.current_organization();
    since timestamptz := month::timestamp at time zone 'UTC';
    until timestamptz := (month + interval '1 month') at time zone 'UTC';
    kept integer;
    doomed uuid[];
    ordered bigint;
    named bigint;
begin
    perform ledger.lock_forgetting();
    if month <> date_trunc('month', month) then
        raise insufficient_privilege using message = 'a month begins on its first day';
    end if;
    select months into kept from ledger.retention where organization_id = organization and retention_class = class;
    if kept is null or until + make_interval(months => kept) > now() then
        raise insufficient_privilege using message = 'the time of this month is not over';
    end if;
    if exists (select from ledger.holds_on_month(class, month)) then
        raise insufficient_privilege using message = 'a hold keeps entries of this month';
    end if;
    select coalesce(array_agg(id), '{}') into doomed from ledger.entry
    where organization_id = organization and retention_class = class and recorded_at >= since and recorded_at < until;

    with range as (
        select (bounds ->> 0)::bigint as first, (bounds ->> 1)::bigint as last
        from ledger.entry e, jsonb_path_query(convert_from(e.canonical, 'UTF8')::jsonb, '$.after.ranges[*]') as bounds
        where e.organization_id = organization and e.action = 'ledger.drop' and e.xmin = pg_current_xact_id()::xid
          and convert_from(e.canonical, 'UTF8')::jsonb #>> '{after,class}' = class
          and convert_from(e.canonical, 'UTF8')::jsonb #>> '{after,month}' = to_char(month, 'YYYY-MM')
    )
    select coalesce(sum(last - first + 1), 0),
           (select count(*) from ledger.leaf l join range r on l.index between r.first and r.last
            where l.organization_id = organization and l.entry_id = any (doomed))
    into ordered, named from range;
    if ordered <> cardinality(doomed) or named <> cardinality(doomed) then
        raise insufficient_privilege using message = 'the book has no order of this transaction to drop exactly these entries';
    end if;

    delete from ledger.payload where organization_id = organization and entry_id = any (doomed);
    delete from ledger.entry where organization_id = organization and id = any (doomed);
    perform vault.destroy_erasable_key('period ' || class || ' ' || to_char(month, 'YYYY-MM'));
    return cardinality(doomed);
end $$;
revoke execute on function ledger.drop_month from public;
grant execute on function ledger.drop_month to "${application}";
