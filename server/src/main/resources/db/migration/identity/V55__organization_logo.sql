-- An organization's logo as the server drew it: what somebody uploaded is never kept.
create table identity.organization_logo (
    organization_id uuid primary key references kernel.organization,
    png             bytea not null check (length(png) between 1 and 524288),
    sha256          bytea not null check (length(sha256) = 32),
    changed_at      timestamptz not null
);
call kernel.isolate_with_installation('identity.organization_logo');
grant select, insert, update, delete on identity.organization_logo to "${application}";
