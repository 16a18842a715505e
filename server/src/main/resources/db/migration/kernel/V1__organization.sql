-- The organization that the open transaction names; null outside of one.
create function kernel.current_organization() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.organization', true), '')::uuid;

-- Whether the open transaction belongs to no single organization (sign-in, set-up, organizations themselves).
create function kernel.is_installation() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('app.installation', true), '') = 'on';

-- Isolates a table with a column organization_id: even its owner sees only rows of the organization in force.
create procedure kernel.isolate(target regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy organization on %s using (organization_id = (select kernel.current_organization()))', target);
end $$;

-- As isolate, for the few tables that sign-in and set-up must reach before an organization is known.
create procedure kernel.isolate_with_installation(target regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy organization on %s using (organization_id = (select kernel.current_organization()) '
        || 'or (select kernel.is_installation()))', target);
end $$;

create table kernel.organization (
    id            uuid primary key,
    parent_id     uuid references kernel.organization,
    slug          text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name          text not null check (length(name) between 1 and 120),
    kind          text not null check (kind in ('PROVIDER', 'CUSTOMER', 'ENTERPRISE')),
    accent_color  text not null check (accent_color ~ '^#[0-9a-f]{6}$'),
    time_zone     text not null,
    ownership_confirmation text not null default 'ADMIN' check (ownership_confirmation in ('ADMIN', 'PRIMARY_USER_EMAIL')),
    version       integer not null default 1,
    created_at    timestamptz not null default now(),
    check ((kind = 'CUSTOMER') = (parent_id is not null))
);
create index organization_parent on kernel.organization (parent_id);
alter table kernel.organization enable row level security;
alter table kernel.organization force row level security;
create policy organization on kernel.organization
    using (id = (select kernel.current_organization())
        or parent_id = (select kernel.current_organization())
        or (select kernel.is_installation()));
grant select, insert, update on kernel.organization to "${application}";
