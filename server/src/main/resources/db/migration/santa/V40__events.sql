-- The tables of what Macs report, made anew before anything was ever stored in them:
-- * An event's id is its time and a digest of all that makes it unique. So it is the end of the primary key, a repeated
--   upload is harmless, an id alone finds its row, and the same key lists events by decision and by time: three indexes
--   rather than four to write.
-- * Foreign keys would cost one look-up for each event; the writer is the only one that adds rows, and it knows both ends.
-- * Row-level security lets no operator such as ILIKE choose rows by an index, so trigram indexes would only cost.
drop table santa.event, santa.file_access_event, santa.audit_event, santa.bundle_member, santa.bundle,
    santa.software_device, santa.software;

-- What is known of a file by its SHA-256, once for each organization. Wide columns are kept apart, so that the names of
-- all software of an organization can be read in milliseconds.
create table santa.software (
    organization_id uuid not null references kernel.organization,
    id              bigint generated always as identity,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- Digest of the facts as first told. An event whose facts differ carries its own.
    facts           bigint not null,
    file_name       text not null,
    signing_id      text not null,
    team_id         text not null,
    cdhash          text not null,
    certificate_sha256 text not null,
    signer          text not null,
    signer_organization text not null,
    signing_status  text not null,
    signing_chain   jsonb not null,
    entitlements    jsonb not null,
    entitlements_filtered boolean not null,
    cs_flags        bigint not null,
    signing_time    timestamptz,
    secure_signing_time timestamptz,
    bundle_hash     text not null default '',
    bundle_id       text not null,
    bundle_name     text not null,
    bundle_path     text not null,
    bundle_version  text not null,
    bundle_version_string text not null,
    first_seen_at   timestamptz not null,
    first_blocked_at timestamptz,
    primary key (organization_id, id)
) with (toast_tuple_target = 256);
create unique index software_sha256 on santa.software (organization_id, sha256);
create index software_signing_id on santa.software (organization_id, signing_id) where signing_id <> '';
create index software_team_id on santa.software (organization_id, team_id) where team_id <> '';
create index software_cdhash on santa.software (organization_id, cdhash) where cdhash <> '';
create index software_certificate on santa.software (organization_id, certificate_sha256) where certificate_sha256 <> '';
create index software_bundle on santa.software (organization_id, bundle_hash) where bundle_hash <> '';
create index software_first_seen on santa.software (organization_id, first_seen_at, id);
create index software_blocked on santa.software (organization_id, first_blocked_at, id) where first_blocked_at is not null;
call kernel.isolate('santa.software');

-- Which devices have shown a file: prevalence is its count.
create table santa.software_device (
    organization_id uuid not null,
    software_id     bigint not null,
    device_id       uuid not null,
    first_seen_at   timestamptz not null,
    primary key (organization_id, software_id, device_id)
);
create index software_device_device on santa.software_device (organization_id, device_id);
call kernel.isolate('santa.software_device');

-- Which people, by the names that Macs give, have run something on which device: leads from a name to its devices.
create table santa.device_user (
    organization_id uuid not null,
    name            text not null check (length(name) between 1 and 255),
    device_id       uuid not null,
    primary key (organization_id, name, device_id)
);
call kernel.isolate('santa.device_user');

create table santa.event (
    organization_id uuid not null,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    software_id     bigint not null,
    id              uuid not null,
    device_id       uuid not null,
    pid             integer not null,
    ppid            integer not null,
    -- Number of the protocol; 0: not known to this version, see decision_text.
    decision        smallint not null,
    static_rule     boolean not null,
    decision_text   text,
    file_path       text not null,
    executing_user  text not null,
    parent_name     text not null,
    -- Fields that are shown but never searched: sessions, users, quarantine, bundle, facts that differ from the software's.
    details         jsonb,
    primary key (organization_id, decision, occurred_at, id)
) partition by range (occurred_at);
create index event_device on santa.event (organization_id, device_id, occurred_at);
create index event_software on santa.event (organization_id, software_id, occurred_at);
call kernel.isolate('santa.event');
create table santa.event_default partition of santa.event default;
call kernel.isolate('santa.event_default');

-- How many events of each decision occurred in each hour: written together with them, so that charts need not count.
create table santa.event_hour (
    organization_id uuid not null,
    hour            timestamptz not null,
    decision        smallint not null,
    events          bigint not null,
    primary key (organization_id, hour, decision)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
call kernel.isolate('santa.event_hour');

create table santa.bundle (
    organization_id uuid not null references kernel.organization,
    bundle_hash     text not null check (bundle_hash ~ '^[0-9a-f]{64}$'),
    bundle_id       text not null,
    name            text not null,
    version         text not null,
    version_string  text not null,
    path            text not null,
    executable_path text not null,
    binary_count    bigint not null,
    hash_millis     bigint not null,
    state           text not null check (state in ('WANTED', 'COMPLETE', 'MISMATCH')),
    -- The device whose members proved to be the bundle's.
    proven_by       uuid,
    first_seen_at   timestamptz not null,
    primary key (organization_id, bundle_hash),
    check ((state = 'COMPLETE') = (proven_by is not null))
);
call kernel.isolate('santa.bundle');

-- Members are kept by the device that told them, so that no Mac can spoil what another one tells.
create table santa.bundle_member (
    organization_id uuid not null,
    bundle_hash     text not null,
    device_id       uuid not null,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name       text not null,
    file_path       text not null,
    signing_id      text not null,
    team_id         text not null,
    primary key (organization_id, bundle_hash, device_id, sha256),
    foreign key (organization_id, bundle_hash) references santa.bundle
);
call kernel.isolate('santa.bundle_member');

create table santa.file_access_event (
    organization_id uuid not null,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    id              uuid not null,
    device_id       uuid not null,
    decision        smallint not null,
    decision_text   text,
    rule_name       text not null,
    rule_version    text not null,
    target          text not null,
    -- Digest of target: paths may be longer than an index can hold.
    target_key      bytea not null,
    process_chain   jsonb not null,
    claimed_time    text,
    primary key (organization_id, decision, occurred_at, id)
) partition by range (occurred_at);
create index file_access_event_device on santa.file_access_event (organization_id, device_id, occurred_at);
create index file_access_event_rule on santa.file_access_event (organization_id, rule_name, occurred_at);
create index file_access_event_target on santa.file_access_event (organization_id, target_key, occurred_at);
call kernel.isolate('santa.file_access_event');
create table santa.file_access_event_default partition of santa.file_access_event default;
call kernel.isolate('santa.file_access_event_default');

create table santa.audit_event (
    organization_id uuid not null,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    id              uuid not null,
    device_id       uuid not null,
    kind            text not null,
    decision        smallint not null,
    decision_text   text,
    identifier      text not null,
    claimed_time    text,
    primary key (organization_id, occurred_at, id)
);
create index audit_event_device on santa.audit_event (organization_id, device_id, occurred_at);
call kernel.isolate('santa.audit_event');

grant select, insert, update, delete on santa.software, santa.software_device, santa.device_user, santa.event,
    santa.event_hour, santa.bundle, santa.bundle_member, santa.file_access_event, santa.audit_event to "${application}";
