-- Entries that no tree has yet: one queue for all organizations, taken oldest first. The leaf hash is all that the sequencer
-- needs, so that it never sees an entry. Rows come and go; they are vacuumed by their number.
create table ledger.pending (
    organization_id uuid not null,
    entry_id        uuid not null,
    hash            bytea not null check (length(hash) = 32),
    primary key (entry_id, organization_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- Row-level security binds the owner too, but for this one statement.
alter table ledger.entry no force row level security;
insert into ledger.pending (organization_id, entry_id, hash) select organization_id, id, leaf_hash from ledger.entry;
alter table ledger.entry force row level security;
call kernel.isolate_with_installation('ledger.pending');

-- What a tree is called, and the first key that ever signed it.
create table ledger.tree (
    organization_id uuid primary key references kernel.organization,
    origin          text not null unique,
    first_key       integer not null
);
call kernel.isolate_with_installation('ledger.tree');

-- No foreign key to the entry: it would lock, and so write, each entry's row again. Entries cannot be deleted.
create table ledger.leaf (
    organization_id uuid not null,
    index           bigint not null check (index >= 0),
    entry_id        uuid not null,
    hash            bytea not null check (length(hash) = 32),
    primary key (organization_id, index),
    unique (organization_id, entry_id)
);
call kernel.isolate_with_installation('ledger.leaf');

-- The Merkle hash of 256^level leaves, once there are as many; level 0 is ledger.leaf. A tile is a range of either.
create table ledger.node (
    organization_id uuid not null,
    level           smallint not null check (level between 1 and 7),
    number          bigint not null check (number >= 0),
    hash            bytea not null check (length(hash) = 32),
    primary key (organization_id, level, number)
);
call kernel.isolate_with_installation('ledger.node');

-- The edge is the hashes of the perfect subtrees that the tree consists of, from which it grows on.
create table ledger.checkpoint (
    organization_id uuid not null,
    size            bigint not null check (size > 0),
    root            bytea not null check (length(root) = 32),
    edge            bytea not null check (length(edge) % 32 = 0),
    note            text not null,
    sealed_at       timestamptz not null,
    primary key (organization_id, size)
);
call kernel.isolate_with_installation('ledger.checkpoint');

-- Keys that sign checkpoints of all trees; type is the signature type of C2SP signed notes.
create table ledger.signing_key (
    version    integer not null check (version > 0),
    type       smallint not null check (type in (1, 6)),
    public_key bytea not null,
    sealed     bytea not null,
    made_by    uuid,
    created_at timestamptz not null,
    primary key (version, type)
);
alter table ledger.signing_key enable row level security;
alter table ledger.signing_key force row level security;
create policy installation on ledger.signing_key using ((select kernel.is_installation()));

-- The entry that told an organization of a key. The key signs once that entry is in the tree, under the key before.
create table ledger.key_announcement (
    organization_id uuid not null references kernel.organization,
    version         integer not null,
    entry_id        uuid not null,
    primary key (organization_id, version)
);
call kernel.isolate_with_installation('ledger.key_announcement');

-- Who sequences, until when, under which number: it grows whenever the holder changes.
create table ledger.sequencer (
    single boolean primary key default true check (single),
    holder uuid,
    token  bigint not null,
    until  timestamptz not null
);
insert into ledger.sequencer (token, until) values (0, '-infinity');
alter table ledger.sequencer enable row level security;
alter table ledger.sequencer force row level security;
create policy installation on ledger.sequencer using ((select kernel.is_installation()));

grant select, insert, delete on ledger.pending to "${application}";
grant select, insert on ledger.tree, ledger.leaf, ledger.node, ledger.checkpoint, ledger.signing_key,
    ledger.key_announcement to "${application}";
grant select, update on ledger.sequencer to "${application}";
