-- What a request was before its requester changed it: what earlier decisions looked at. Never changed.
create table approvals.former_version (
    organization_id uuid not null,
    request_id      uuid not null,
    version         integer not null check (version > 0),
    content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    title           text not null,
    subject         jsonb not null,
    justification   text not null,
    editor_id       uuid not null,
    replaced_at     timestamptz not null,
    primary key (organization_id, request_id, version),
    foreign key (organization_id, request_id) references approvals.request
);
call kernel.isolate('approvals.former_version');
grant select, insert on approvals.former_version to "${application}";
