-- Published policies; the highest version of a kind is in force. An organization without one has the built-in default.
create table approvals.policy (
    organization_id uuid not null references kernel.organization,
    kind            text not null check (kind ~ '^[A-Z][A-Z_]{0,39}$'),
    version         integer not null check (version > 0),
    document        jsonb not null,
    published_at    timestamptz not null default now(),
    primary key (organization_id, kind, version)
);
call kernel.isolate('approvals.policy');

-- The last number given out in each organization.
create table approvals.request_number (
    organization_id uuid primary key references kernel.organization,
    last            bigint not null
);
call kernel.isolate('approvals.request_number');

create table approvals.request (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    number          bigint not null,
    kind            text not null check (kind ~ '^[A-Z][A-Z_]{0,39}$'),
    state           text not null check (state in ('IN_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    -- What it is about: one person has at most one open request for each.
    subject_key     text not null check (length(subject_key) between 1 and 255),
    title           text not null check (length(title) between 1 and 255),
    subject         jsonb not null,
    justification   text not null,
    requester_id    uuid not null,
    requester_name  text not null,
    content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    -- The policy as it was at submission; version 0 is the built-in default.
    policy_version  integer not null,
    policy          jsonb not null,
    submitted_at    timestamptz not null,
    closed_at       timestamptz,
    -- What the executor made of it.
    result          text,
    primary key (organization_id, id),
    check ((state = 'IN_REVIEW') = (closed_at is null)),
    check ((state = 'APPROVED') = (result is not null))
);
create unique index request_by_number on approvals.request (organization_id, number);
create unique index request_open_subject on approvals.request (organization_id, kind, requester_id, subject_key)
    where state = 'IN_REVIEW';
create index request_submitted on approvals.request (organization_id, submitted_at desc, id desc);
create index request_state on approvals.request (organization_id, state, submitted_at desc, id desc);
create index request_requester on approvals.request (organization_id, requester_id, submitted_at desc, id desc);
create index request_subject on approvals.request (organization_id, subject_key, submitted_at desc, id desc);
create index request_decided on approvals.request (organization_id, closed_at) where state in ('APPROVED', 'REJECTED');
call kernel.isolate('approvals.request');

create table approvals.stage (
    organization_id uuid not null,
    request_id      uuid not null,
    position        integer not null,
    state           text not null check (state in ('WAITING', 'ACTIVE', 'SATISFIED', 'VETOED', 'CANCELLED')),
    primary key (organization_id, request_id, position),
    foreign key (organization_id, request_id) references approvals.request
);
call kernel.isolate('approvals.stage');

-- A stage's places for approvers.
create table approvals.assignment (
    organization_id uuid not null,
    request_id      uuid not null,
    stage           integer not null,
    place           integer not null,
    state           text not null check (state in ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
    primary key (organization_id, request_id, stage, place),
    foreign key (organization_id, request_id, stage) references approvals.stage
);
call kernel.isolate('approvals.assignment');

-- Immutable: the application may neither change nor delete a decision. One human counts once in a request.
create table approvals.decision (
    organization_id uuid not null,
    id              uuid not null,
    request_id      uuid not null,
    stage           integer not null,
    place           integer not null,
    outcome         text not null check (outcome in ('APPROVED', 'REJECTED')),
    person_id       uuid not null,
    person_name     text not null,
    authority       text not null,
    content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    terms           jsonb not null,
    comment         text,
    decided_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, request_id, stage, place) references approvals.assignment,
    unique (organization_id, request_id, stage, place),
    unique (organization_id, request_id, person_id)
);
call kernel.isolate('approvals.decision');

grant select on approvals.policy to "${application}";
grant select, insert, update on approvals.request_number, approvals.request, approvals.stage, approvals.assignment
    to "${application}";
grant select, insert on approvals.decision to "${application}";
