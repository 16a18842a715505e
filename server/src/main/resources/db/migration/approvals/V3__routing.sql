-- What was known of a request when it was routed, and why it takes its path.
alter table approvals.request
    add facts   jsonb not null default '{}',
    add routing text not null default '';

-- The next version of a policy while somebody writes it; publishing makes it one.
create table approvals.policy_draft (
    organization_id uuid not null references kernel.organization,
    kind            text not null check (kind ~ '^[A-Z][A-Z_]{0,39}$'),
    version         integer not null check (version > 0),
    document        jsonb not null,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (organization_id, kind)
);
call kernel.isolate('approvals.policy_draft');

alter table approvals.policy add published_by text;

grant insert on approvals.policy to "${application}";
grant select, insert, update, delete on approvals.policy_draft to "${application}";
