-- How an organization votes on software; without a row it does not.
create table santa.voting (
    organization_id uuid primary key references kernel.organization,
    version         integer not null check (version > 0),
    document        jsonb not null
);
call kernel.isolate('santa.voting');

-- One way to name software that people vote on.
create table santa.ballot (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    rule_type       text not null check (rule_type in ('BINARY', 'SIGNINGID', 'TEAMID')),
    identifier      text not null,
    -- The file by which the first voter came to it.
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    title           text not null,
    state           text not null check (state in ('OPEN', 'SUSPECT', 'CONDEMNED')),
    round           integer not null check (round > 0),
    granting        boolean not null,
    proposed        boolean not null,
    -- Votes that a review found to be wrong.
    answered        uuid[] not null default '{}',
    changed_at      timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, rule_type, identifier)
);
create index ballot_changed on santa.ballot (organization_id, changed_at desc, id desc);
call kernel.isolate('santa.ballot');

-- Immutable: a later vote of the same person in the same round takes the place of an earlier one, and a reset ignores all.
create table santa.vote (
    organization_id uuid not null,
    id              uuid not null,
    ballot_id       uuid not null,
    round           integer not null check (round > 0),
    person_id       uuid not null,
    -- Counts the votes of the person in the round: two at once cannot both be the next one.
    turn            integer not null check (turn > 0),
    side            text not null check (side in ('UP', 'DOWN')),
    points          integer not null check (points > 0),
    reason          text,
    cast_at         timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, ballot_id, round, person_id, turn),
    foreign key (organization_id, ballot_id) references santa.ballot,
    check (side = 'UP' or reason is not null)
);
create index vote_person on santa.vote (organization_id, person_id);
call kernel.isolate('santa.vote');

-- How the thing of a ballot turned out.
create table santa.vote_outcome (
    organization_id uuid not null,
    ballot_id       uuid not null,
    round           integer not null,
    harmless        boolean not null,
    -- Their own word does not make their own votes right.
    found_by        uuid[] not null,
    found_at        timestamptz not null,
    primary key (organization_id, ballot_id, round),
    foreign key (organization_id, ballot_id) references santa.ballot
);
call kernel.isolate('santa.vote_outcome');

-- Rules that votes made, each for one Mac of one voter.
create table santa.vote_grant (
    organization_id uuid not null,
    ballot_id       uuid not null,
    device_id       uuid not null,
    person_id       uuid not null,
    rule_id         uuid not null,
    primary key (organization_id, ballot_id, device_id),
    foreign key (organization_id, ballot_id) references santa.ballot
);
create index vote_grant_device on santa.vote_grant (organization_id, device_id);
call kernel.isolate('santa.vote_grant');

grant select, insert, update on santa.voting, santa.ballot, santa.vote_outcome to "${application}";
grant select, insert on santa.vote to "${application}";
grant select, insert, delete on santa.vote_grant to "${application}";
