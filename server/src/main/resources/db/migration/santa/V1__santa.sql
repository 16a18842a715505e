-- Tags group devices. A lower position wins over a higher one where two tags disagree.
create table santa.tag (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 80),
    description     text not null default '' check (length(description) <= 500),
    color           text not null check (color ~ '^#[0-9a-f]{6}$'),
    position        integer not null check (position >= 0),
    created_at      timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index tag_name on santa.tag (organization_id, lower(name));
create index tag_position on santa.tag (organization_id, position);
call kernel.isolate('santa.tag');

-- How devices come in. Secrets are kept as SHA-256 only.
create table santa.enrolment (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 120),
    maximum_devices integer check (maximum_devices > 0),
    tag_ids         uuid[] not null,
    created_at      timestamptz not null default now(),
    revoked_at      timestamptz,
    primary key (organization_id, id)
);
create unique index enrolment_name on santa.enrolment (organization_id, lower(name));
call kernel.isolate('santa.enrolment');

create table santa.enrolment_secret (
    organization_id uuid not null,
    id              uuid not null,
    enrolment_id    uuid not null,
    secret_hash     bytea not null check (length(secret_hash) = 32),
    hint            text not null,
    created_at      timestamptz not null default now(),
    retires_at      timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, enrolment_id) references santa.enrolment
);
create unique index enrolment_secret_hash on santa.enrolment_secret (organization_id, secret_hash);
create index enrolment_secret_enrolment on santa.enrolment_secret (organization_id, enrolment_id);
call kernel.isolate('santa.enrolment_secret');

-- The set of scopes that a device's rules come from. Devices with the same tags share one row; a device with rules of
-- its own has a layer of its own on top. Sequences are one series for each organization, given out under a lock on
-- santa.publication, so that they appear in the order of commits.
create table santa.publication (
    organization_id uuid primary key references kernel.organization,
    sequence        bigint not null default 0
);
call kernel.isolate('santa.publication');

create table santa.policy (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    tag_ids         uuid[] not null,
    head_sequence   bigint not null default 0,
    created_at      timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index policy_tags on santa.policy (organization_id, tag_ids);
call kernel.isolate('santa.policy');

-- The last change of each (type, identifier) in a policy, or in a device's own layer (layer_id = device id). A rule
-- that no longer applies stays as a tombstone (removed), so that devices that hold it can be told.
create table santa.policy_entry (
    organization_id uuid not null references kernel.organization,
    layer_id        uuid not null,
    rule_type       smallint not null,
    identifier      text not null,
    sequence        bigint not null,
    removed         boolean not null,
    rule_id         uuid,
    policy          smallint not null,
    cel_expression  text not null default '',
    custom_message  text not null default '',
    custom_url      text not null default '',
    button_label    text not null default '',
    notification_app_name text not null default '',
    primary key (organization_id, layer_id, rule_type, identifier)
);
create index policy_entry_sequence on santa.policy_entry (organization_id, layer_id, sequence);
create index policy_entry_identifier on santa.policy_entry (organization_id, rule_type, identifier);
call kernel.isolate('santa.policy_entry');

create table santa.device (
    organization_id     uuid not null references kernel.organization,
    id                  uuid not null,
    machine_id          text not null check (length(machine_id) between 1 and 255),
    enrolment_id        uuid not null,
    certificate_hash    bytea,
    certificate_subject text,
    credential_kind     text not null check (credential_kind in ('SECRET', 'BEARER', 'CERTIFICATE')),
    bound_at            timestamptz not null default now(),
    enrolled_at         timestamptz not null default now(),
    retired_at          timestamptz,
    policy_id           uuid not null,
    has_own_layer       boolean not null default false,
    owner_id            uuid,
    -- What the device says of itself, as last received.
    serial_number       text not null default '',
    hostname            text not null default '',
    os_version          text not null default '',
    os_build            text not null default '',
    model_identifier    text not null default '',
    santa_version       text not null default '',
    primary_user        text not null default '',
    primary_user_groups text[] not null default '{}',
    push_token          text not null default '',
    sip_status          bigint not null default 0,
    client_mode         text not null default '',
    inventory_hash      bytea,
    primary key (organization_id, id),
    foreign key (organization_id, enrolment_id) references santa.enrolment,
    foreign key (organization_id, policy_id) references santa.policy
);
create unique index device_machine_id on santa.device (organization_id, machine_id) where retired_at is null;
create index device_hostname on santa.device (organization_id, hostname, id);
create index device_owner on santa.device (organization_id, owner_id);
create index device_policy on santa.device (organization_id, policy_id);
create index device_enrolment on santa.device (organization_id, enrolment_id);
call kernel.isolate('santa.device');

create table santa.device_tag (
    organization_id uuid not null,
    device_id       uuid not null,
    tag_id          uuid not null,
    primary key (organization_id, device_id, tag_id),
    foreign key (organization_id, device_id) references santa.device,
    foreign key (organization_id, tag_id) references santa.tag
);
create index device_tag_tag on santa.device_tag (organization_id, tag_id);
call kernel.isolate('santa.device_tag');

-- One small row for each device, rewritten at each sync: room is left in each page so that no index is touched.
create table santa.device_sync (
    organization_id  uuid not null,
    device_id        uuid not null,
    -- What the device is known to hold: entries of this policy (and own layer) up to this sequence, as seen by a client
    -- of these rule capabilities. Null policy: nothing known.
    acked_policy_id  uuid,
    acked_own_layer  boolean not null default false,
    acked_sequence   bigint not null default 0,
    acked_capabilities integer not null default 0,
    -- The session in progress.
    session_id       uuid,
    session_started_at timestamptz,
    session_type     text,
    session_from     bigint,
    session_to       bigint,
    session_policy_id uuid,
    session_own_layer boolean,
    session_capabilities integer,
    session_resend   boolean,
    session_rules    integer,
    session_requested_clean boolean,
    session_finished_at timestamptz,
    session_received bigint,
    session_processed bigint,
    session_events   bigint not null default 0,
    session_bytes_in bigint not null default 0,
    session_bytes_out bigint not null default 0,
    session_hash_before text not null default '',
    -- As last reported.
    rules_hash       text not null default '',
    hash_state       text not null default 'UNKNOWN' check (hash_state in ('UNKNOWN', 'EXACT', 'LOCAL_RULES', 'HEALING', 'DRIFTED')),
    binary_rules     bigint not null default 0,
    certificate_rules bigint not null default 0,
    compiler_rules   bigint not null default 0,
    transitive_rules bigint not null default 0,
    teamid_rules     bigint not null default 0,
    signingid_rules  bigint not null default 0,
    cdhash_rules     bigint not null default 0,
    last_preflight_at timestamptz,
    last_sync_at     timestamptz,
    next_expected_at timestamptz,
    interval_seconds integer not null default 0,
    clean_requested  text check (clean_requested in ('CLEAN', 'CLEAN_ALL')),
    primary key (organization_id, device_id),
    foreign key (organization_id, device_id) references santa.device
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
call kernel.isolate('santa.device_sync');

-- Finished sessions, kept for the device's history.
create table santa.sync_session (
    organization_id  uuid not null references kernel.organization,
    device_id        uuid not null,
    id               uuid not null,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    sync_type        text not null,
    outcome          text not null check (outcome in ('COMPLETED', 'ABANDONED')),
    requested_clean  boolean not null,
    rules_sent       integer not null,
    rules_received   bigint,
    rules_processed  bigint,
    events_uploaded  bigint not null,
    bytes_in         bigint not null,
    bytes_out        bigint not null,
    encoding         text not null,
    rules_hash_before text not null,
    rules_hash_after text not null,
    explanation      text not null,
    primary key (organization_id, device_id, started_at, id)
) partition by range (started_at);
call kernel.isolate('santa.sync_session');
create table santa.sync_session_default partition of santa.sync_session default;
call kernel.isolate('santa.sync_session_default');

create table santa.rule (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    version         integer not null default 1,
    scope_kind      text not null check (scope_kind in ('ORGANIZATION', 'TAG', 'DEVICE')),
    -- The tag or device; the organization's own id for scope ORGANIZATION.
    scope_id        uuid not null,
    rule_type       smallint not null,
    identifier      text not null,
    policy          smallint not null,
    cel_expression  text not null default '',
    custom_message  text not null default '',
    custom_url      text not null default '',
    button_label    text not null default '',
    comment         text not null default '',
    software_name   text not null default '',
    owner_id        uuid,
    request_id      uuid,
    expires_at      timestamptz,
    created_at      timestamptz not null default now(),
    created_by      jsonb not null,
    updated_at      timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index rule_identity on santa.rule (organization_id, scope_kind, scope_id, rule_type, identifier);
create index rule_identifier on santa.rule (organization_id, rule_type, identifier);
create index rule_updated on santa.rule (organization_id, updated_at desc, id desc);
create index rule_expiry on santa.rule (organization_id, expires_at) where expires_at is not null;
call kernel.isolate('santa.rule');

create table santa.configuration (
    organization_id uuid not null references kernel.organization,
    scope_kind      text not null check (scope_kind in ('ORGANIZATION', 'TAG', 'DEVICE')),
    scope_id        uuid not null,
    version         integer not null default 1,
    -- Settings that this scope sets, by the names of the API; absent: not set here.
    settings        jsonb not null,
    updated_at      timestamptz not null default now(),
    updated_by      jsonb not null,
    primary key (organization_id, scope_kind, scope_id)
);
call kernel.isolate('santa.configuration');

-- What is known of a file by its SHA-256, once for each organization.
create table santa.software (
    organization_id uuid not null references kernel.organization,
    id              bigint generated always as identity,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name       text not null,
    signing_id      text not null default '',
    team_id         text not null default '',
    cdhash          text not null default '',
    certificate_sha256 text not null default '',
    signer          text not null default '',
    signer_organization text not null default '',
    signing_status  text not null default '',
    signing_chain   jsonb not null default '[]',
    entitlements    jsonb not null default '[]',
    entitlements_filtered boolean not null default false,
    cs_flags        bigint not null default 0,
    signing_time    timestamptz,
    secure_signing_time timestamptz,
    bundle_hash     text not null default '',
    bundle_id       text not null default '',
    bundle_name     text not null default '',
    bundle_path     text not null default '',
    bundle_version  text not null default '',
    bundle_version_string text not null default '',
    first_seen_at   timestamptz not null,
    primary key (organization_id, id)
);
create unique index software_sha256 on santa.software (organization_id, sha256);
create index software_signing_id on santa.software (organization_id, signing_id);
create index software_team_id on santa.software (organization_id, team_id);
create index software_cdhash on santa.software (organization_id, cdhash);
create index software_certificate on santa.software (organization_id, certificate_sha256);
create index software_bundle on santa.software (organization_id, bundle_hash) where bundle_hash <> '';
create index software_first_seen on santa.software (organization_id, first_seen_at desc, id desc);
create extension if not exists pg_trgm with schema public;
create index software_file_name on santa.software using gin (file_name public.gin_trgm_ops);
create index software_signer on santa.software using gin (signer public.gin_trgm_ops);
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

-- Executions, as the client reports them. The primary key is what makes a repeated upload harmless.
create table santa.event (
    organization_id uuid not null references kernel.organization,
    device_id       uuid not null,
    occurred_at     timestamptz not null,
    software_id     bigint not null,
    decision        smallint not null,
    pid             integer not null,
    id              uuid not null,
    received_at     timestamptz not null,
    ppid            integer not null default 0,
    decision_text   text,
    file_path       text not null,
    executing_user  text not null,
    parent_name     text not null,
    -- Fields that are shown but never searched: sessions, users, quarantine, static rule, bundle details.
    details         jsonb,
    primary key (organization_id, device_id, occurred_at, software_id, decision, pid)
) partition by range (occurred_at);
create index event_occurred on santa.event (organization_id, occurred_at desc, id desc);
create index event_software on santa.event (organization_id, software_id, occurred_at desc);
call kernel.isolate('santa.event');
create table santa.event_default partition of santa.event default;
call kernel.isolate('santa.event_default');

create table santa.bundle (
    organization_id uuid not null references kernel.organization,
    bundle_hash     text not null check (bundle_hash ~ '^[0-9a-f]{64}$'),
    bundle_id       text not null,
    name            text not null,
    version         text not null,
    binary_count    bigint not null,
    state           text not null check (state in ('WANTED', 'COMPLETE', 'MISMATCH')),
    first_seen_at   timestamptz not null,
    primary key (organization_id, bundle_hash)
);
call kernel.isolate('santa.bundle');

create table santa.bundle_member (
    organization_id uuid not null,
    bundle_hash     text not null,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name       text not null,
    file_path       text not null,
    signing_id      text not null,
    team_id         text not null,
    primary key (organization_id, bundle_hash, sha256),
    foreign key (organization_id, bundle_hash) references santa.bundle
);
call kernel.isolate('santa.bundle_member');

create table santa.file_access_event (
    organization_id uuid not null references kernel.organization,
    device_id       uuid not null,
    occurred_at     timestamptz not null,
    event_key       bytea not null,
    id              uuid not null,
    received_at     timestamptz not null,
    rule_name       text not null,
    rule_version    text not null,
    target          text not null,
    decision        smallint not null,
    decision_text   text,
    process_chain   jsonb not null,
    primary key (organization_id, device_id, occurred_at, event_key)
) partition by range (occurred_at);
create index file_access_event_occurred on santa.file_access_event (organization_id, occurred_at desc, id desc);
call kernel.isolate('santa.file_access_event');
create table santa.file_access_event_default partition of santa.file_access_event default;
call kernel.isolate('santa.file_access_event_default');

create table santa.audit_event (
    organization_id uuid not null references kernel.organization,
    device_id       uuid not null,
    occurred_at     timestamptz not null,
    identifier      text not null,
    kind            text not null,
    decision        smallint not null,
    decision_text   text,
    id              uuid not null,
    received_at     timestamptz not null,
    primary key (organization_id, device_id, occurred_at, identifier)
);
create index audit_event_occurred on santa.audit_event (organization_id, occurred_at desc, id desc);
call kernel.isolate('santa.audit_event');

create table santa.ownership_claim (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    device_id       uuid not null,
    person_id       uuid not null,
    created_at      timestamptz not null default now(),
    state           text not null check (state in ('OPEN', 'CONFIRMED', 'REFUSED')),
    decided_at      timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, device_id) references santa.device
);
create unique index ownership_claim_open on santa.ownership_claim (organization_id, device_id, person_id) where state = 'OPEN';
call kernel.isolate('santa.ownership_claim');

-- Details of what was asked for; the request itself is the approvals module's.
create table santa.software_request (
    organization_id uuid not null references kernel.organization,
    request_id      uuid not null,
    sha256          text not null,
    device_id       uuid,
    event_id        uuid,
    rule_id         uuid,
    primary key (organization_id, request_id)
);
create index software_request_sha256 on santa.software_request (organization_id, sha256);
create index software_request_device on santa.software_request (organization_id, device_id);
call kernel.isolate('santa.software_request');

grant select, insert, update, delete on all tables in schema santa to "${application}";
