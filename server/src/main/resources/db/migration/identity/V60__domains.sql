-- A mail domain that an organization says is its own. Many may claim it; one at most has it verified.
create table identity.domain (
    organization_id uuid not null references kernel.organization,
    name            text not null check (name = lower(name) and length(name) between 3 and 253),
    token           text not null check (length(token) between 20 and 100),
    claimed_at      timestamptz not null,
    verified_at     timestamptz,
    verified_by     text check (verified_by in ('DNS', 'OPERATOR')),
    checked_at      timestamptz,
    finding         text check (length(finding) <= 500),
    primary key (organization_id, name),
    check ((verified_at is null) = (verified_by is null))
);
create unique index domain_owner on identity.domain (name) where verified_at is not null;
call kernel.isolate_with_installation('identity.domain');
grant select, insert, update, delete on identity.domain to "${application}";
