-- Software that was approved beforehand: whoever may take it gets the rule for their own Macs at once.
create table santa.catalogue_entry (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    version         integer not null default 1,
    name            text not null check (length(name) between 1 and 120),
    publisher       text not null check (length(publisher) <= 120),
    -- Why it is approved, and for what.
    reason          text not null check (length(reason) between 10 and 2000),
    rule_type       text not null check (rule_type in ('BINARY', 'CERTIFICATE', 'TEAMID', 'SIGNINGID', 'CDHASH')),
    identifier      text not null check (length(identifier) between 1 and 512),
    policy          text not null check (policy in ('ALLOWLIST', 'ALLOWLIST_COMPILER')),
    -- For how many days somebody gets it; null: until they give it back.
    days            integer check (days between 1 and 3650),
    -- The people of these teams and of those below them alone; empty for everybody.
    team_ids        uuid[] not null,
    everybody       boolean not null,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (organization_id, id),
    check (everybody = (cardinality(team_ids) = 0))
);
create unique index catalogue_entry_rule on santa.catalogue_entry (organization_id, rule_type, identifier);
call kernel.isolate('santa.catalogue_entry');
grant select, insert, update, delete on santa.catalogue_entry to "${application}";

-- Who took it for which Mac, until they give it back.
create table santa.catalogue_taking (
    organization_id uuid not null references kernel.organization,
    entry_id        uuid not null,
    device_id       uuid not null,
    person_id       uuid not null,
    request_id      uuid not null,
    rule_id         uuid not null,
    taken_at        timestamptz not null,
    primary key (organization_id, entry_id, device_id)
);
call kernel.isolate('santa.catalogue_taking');
grant select, insert, delete on santa.catalogue_taking to "${application}";

-- What the catalogue names by its signer has no hash.
alter table santa.software_request alter column sha256 drop not null;
