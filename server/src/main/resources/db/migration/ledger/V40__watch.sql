-- How far each organization's book was derived anew from its rows: NEW goes on with what is new, WHOLE begins again and again.
create table ledger.watch (
    organization_id uuid not null references kernel.organization,
    walk            text not null check (walk in ('NEW', 'WHOLE')),
    size            bigint not null check (size >= 0),
    edge            bytea not null,
    -- Entries up to here, by time and id, were looked for in the tree.
    entries_at      timestamptz not null,
    entries_id      uuid not null,
    walked_at       timestamptz not null,
    -- When it last came to the end.
    finished_at     timestamptz,
    primary key (organization_id, walk),
    check (length(edge) = 32 * bit_count(size::bit(64)))
);
call kernel.isolate_with_installation('ledger.watch');
grant select, insert, update on ledger.watch to "${application}";

-- What did not match. Never deleted; the same finding at the same place raises one alarm, however often it is met.
create table ledger.alarm (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    finding         text not null,
    place           text not null,
    index           bigint check (index >= 0),
    detail          text not null,
    found_at        timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    reason          text check (length(reason) between 10 and 2000),
    primary key (organization_id, id),
    unique (organization_id, finding, place),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((acknowledged_by is null) = (reason is null))
);
create index alarm_open on ledger.alarm (organization_id) where acknowledged_at is null;
call kernel.isolate_with_installation('ledger.alarm');
grant select, insert on ledger.alarm to "${application}";
grant update (acknowledged_by, acknowledged_at, reason) on ledger.alarm to "${application}";
