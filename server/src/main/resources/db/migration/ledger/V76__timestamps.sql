-- RFC 3161 tokens over checkpoints. Nothing is ever changed here: a token holds for ever, or never did.
create table ledger.timestamp (
    organization_id uuid not null references kernel.organization,
    size            bigint not null check (size > 0),
    token           bytea not null check (length(token) between 1 and 65536),
    authority       text not null check (authority <> ''),
    -- By the authority's clock, and by ours.
    stamped_at      timestamptz not null,
    fetched_at      timestamptz not null,
    primary key (organization_id, size),
    foreign key (organization_id, size) references ledger.checkpoint (organization_id, size)
);
call kernel.isolate_with_installation('ledger.timestamp');
grant select, insert on ledger.timestamp to "${application}";

-- That the last tries to have a ledger's checkpoint stamped failed, and when to try again. Gone with the next success.
create table ledger.timestamp_failure (
    organization_id uuid primary key references kernel.organization,
    failures        integer not null check (failures > 0),
    detail          text not null check (length(detail) between 1 and 500),
    failed_at       timestamptz not null,
    next_at         timestamptz not null
);
call kernel.isolate_with_installation('ledger.timestamp_failure');
grant select, insert, update, delete on ledger.timestamp_failure to "${application}";
