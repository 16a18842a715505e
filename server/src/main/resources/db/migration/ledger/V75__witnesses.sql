-- Who cosigns an organization's checkpoints, and how it stands with each. A witness is never changed: another address or key is
-- another witness. Its cosignatures count as long as it is not removed.
create table ledger.witness (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (name ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
    url             text not null check (length(url) <= 500),
    keys            text[] not null check (cardinality(keys) between 1 and 2),
    added_at        timestamptz not null,
    removed_at      timestamptz,
    -- The largest tree that it cosigned.
    size            bigint not null default 0 check (size >= 0),
    cosigned_at     timestamptz,
    -- What it said last, if that was no cosignature.
    outcome         text,
    detail          text,
    said_at         timestamptz,
    failures        integer not null default 0,
    next_at         timestamptz not null,
    primary key (organization_id, id)
);
create unique index witness_name on ledger.witness (organization_id, name) where removed_at is null;
create index witness_due on ledger.witness (next_at) where removed_at is null;
call kernel.isolate_with_installation('ledger.witness');
grant select, insert on ledger.witness to "${application}";
grant update (removed_at, size, cosigned_at, outcome, detail, said_at, failures, next_at)
    on ledger.witness to "${application}";

-- How many of them must have cosigned; no row: nobody need have.
create table ledger.witness_policy (
    organization_id uuid primary key references kernel.organization,
    needed          integer not null check (needed >= 0)
);
call kernel.isolate('ledger.witness_policy');
grant select, insert, update on ledger.witness_policy to "${application}";

-- Lines of a signed note that belong below the checkpoint of that size.
create table ledger.cosignature (
    organization_id uuid not null,
    size            bigint not null,
    witness_id      uuid not null,
    lines           text not null,
    primary key (organization_id, size, witness_id),
    foreign key (organization_id, size) references ledger.checkpoint,
    foreign key (organization_id, witness_id) references ledger.witness
);
call kernel.isolate('ledger.cosignature');
grant select, insert on ledger.cosignature to "${application}";
