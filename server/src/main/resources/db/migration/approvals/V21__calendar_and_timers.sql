-- When an organization works; one without a row is always open.
create table approvals.calendar (
    organization_id uuid primary key references kernel.organization,
    document        jsonb not null
);
call kernel.isolate('approvals.calendar');
grant select, insert, update on approvals.calendar to "${application}";

-- When time does something next to a stage or to a request; swept by whichever node comes first.
alter table approvals.stage add due_at timestamptz;
create index stage_due on approvals.stage (organization_id, due_at) where due_at is not null;

alter table approvals.request no force row level security;
alter table approvals.request add expires_at timestamptz;
update approvals.request set expires_at = submitted_at + case jsonb_typeof(path -> 'expiry')
    when 'number' then make_interval(secs => (path ->> 'expiry')::numeric::float8)
    else (path ->> 'expiry')::interval end;
alter table approvals.request alter expires_at set not null;
alter table approvals.request force row level security;
create index request_expiry on approvals.request (organization_id, expires_at) where closed_at is null;
