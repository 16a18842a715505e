-- How many requests for software on this device wait for a decision: while there is one the device syncs each minute.
-- Whoever opens or ends such a request counts here in the same transaction.
alter table santa.device add column pending_requests integer not null default 0 check (pending_requests >= 0);

-- Set by an admin: the next contact with a valid credential binds the device anew, and clears it.
alter table santa.device add column credential_released boolean not null default false;

-- Highest sequence in the device's own layer.
alter table santa.device add column own_head_sequence bigint not null default 0;

-- Ids are as long as the protocol's face allows: 256 bytes of UTF-8.
alter table santa.device drop constraint device_machine_id_check;
alter table santa.device add constraint device_machine_id_check check (octet_length(machine_id) between 1 and 256);

-- Since when the winners are published without this rule, because it expired; null while it counts.
alter table santa.rule add column expiry_published_at timestamptz;
drop index santa.rule_expiry;
create index rule_expiry on santa.rule (organization_id, expires_at)
    where expires_at is not null and expiry_published_at is null;

-- Keys of the installation that need no people: they sign cursors and tokens that only this server reads back.
create table santa.signing_key (
    purpose text primary key,
    key     bytea not null check (length(key) = 32)
);
insert into santa.signing_key
values ('sync', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
grant select on santa.signing_key to "${application}";

-- What a device holds is proven by the hash that it reports: kept are the hash that follows from what it acknowledged,
-- and the one that follows from the session in progress.
alter table santa.device_sync
    add column acked_hash text not null default '',
    add column session_kind text check (session_kind in ('INCREMENT', 'DIFFERENCE', 'SNAPSHOT', 'HEAL', 'CLEAN')),
    add column session_hash text not null default '',
    add column session_encoding text not null default '',
    drop column acked_own_layer,
    drop column session_own_layer,
    drop column session_resend,
    drop column session_received,
    drop column session_processed,
    drop column session_events,
    drop column session_bytes_in,
    drop column session_bytes_out,
    drop constraint device_sync_hash_state_check,
    add constraint device_sync_hash_state_check
        check (hash_state in ('UNKNOWN', 'EXACT', 'COUNTS', 'LOCAL_RULES', 'HEALING', 'DRIFTED'));
comment on column santa.device_sync.hash_state is
    'EXACT: the reported hash is the predicted one. COUNTS: the client reports no exact hash, its rule counts fit. '
    'LOCAL_RULES: standalone, with rules of its own. HEALING: everything is being sent again. '
    'DRIFTED: still different after that. UNKNOWN: no sync finished yet.';
