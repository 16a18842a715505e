-- Somebody decides in the place of somebody else for a while. Kept after its end: decisions name it.
create table approvals.delegation (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    delegator_id    uuid not null,
    delegator_name  text not null,
    delegate_id     uuid not null,
    delegate_name   text not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    -- Only requests of this kind, and only of people of this team and those below it; null: of all.
    kind            text check (kind ~ '^[A-Z][A-Z_]{0,39}$'),
    team_id         uuid,
    given_by        uuid not null,
    given_by_name   text not null,
    given_at        timestamptz not null,
    -- Taken back, given back, or ended by an administrator, before its time.
    ended_at        timestamptz,
    ended_by_name   text,
    primary key (organization_id, id),
    check (delegator_id <> delegate_id),
    check (starts_at < ends_at),
    check ((ended_at is null) = (ended_by_name is null))
);
create index delegation_to on approvals.delegation (organization_id, delegate_id, ends_at) where ended_at is null;
create index delegation_from on approvals.delegation (organization_id, delegator_id, ends_at);
call kernel.isolate('approvals.delegation');
grant select, insert, update (ended_at, ended_by_name) on approvals.delegation to "${application}";

-- Until when the delegations lasted by which somebody decided for another; null: by their own right.
alter table approvals.decision add delegated_until timestamptz;
