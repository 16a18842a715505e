-- The book. The canonical bytes are what counts; the columns beside them are for finding entries.
create table ledger.entry (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    recorded_at     timestamptz not null,
    actor_type      text not null,
    actor_id        uuid,
    action          text not null check (action ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    object_type     text not null,
    object_id       text not null,
    object_name     text,
    reason          text,
    correlation_id  text not null,
    canonical       bytea not null check (length(canonical) <= 65535),
    leaf_hash       bytea not null check (length(leaf_hash) = 32),
    primary key (organization_id, id)
);
create index entry_recorded on ledger.entry (organization_id, recorded_at desc, id desc);
create index entry_action on ledger.entry (organization_id, action, recorded_at desc, id desc);
create index entry_actor on ledger.entry (organization_id, actor_id, recorded_at desc, id desc);
create index entry_object on ledger.entry (organization_id, object_type, object_id, recorded_at desc, id desc);
create index entry_correlation on ledger.entry (organization_id, correlation_id);
call kernel.isolate('ledger.entry');

-- Personal, secret and very large values, sealed with the salt of their commitment, one row each: a row can be erased
-- and its entry still proves what it proved.
create table ledger.payload (
    organization_id uuid not null,
    entry_id        uuid not null,
    path            text not null,
    sealed          bytea not null,
    primary key (organization_id, entry_id, path),
    foreign key (organization_id, entry_id) references ledger.entry
);
call kernel.isolate('ledger.payload');

grant select, insert on ledger.entry to "${application}";
grant select, insert on ledger.payload to "${application}";
