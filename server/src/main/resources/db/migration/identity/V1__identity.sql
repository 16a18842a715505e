-- A human being, known once in an installation whatever the number of organizations.
create table identity.person (
    id              uuid primary key,
    email           text not null check (email = lower(email) and length(email) between 3 and 254),
    display_name    text not null check (length(display_name) between 1 and 120),
    last_sign_in_at timestamptz,
    created_at      timestamptz not null default now()
);
create unique index person_email on identity.person (email);

-- What a person may do in one organization.
create table identity.membership (
    organization_id uuid not null references kernel.organization,
    person_id       uuid not null references identity.person,
    roles           text[] not null check (cardinality(roles) > 0),
    suspended_at    timestamptz,
    joined_at       timestamptz not null default now(),
    primary key (organization_id, person_id)
);
create index membership_person on identity.membership (person_id);
call kernel.isolate_with_installation('identity.membership');

-- An open place for somebody who has yet to prove that the address is theirs. Only the token's SHA-256 is kept.
create table identity.invitation (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    token_hash      bytea not null unique check (length(token_hash) = 32),
    email           text not null check (email = lower(email) and length(email) between 3 and 254),
    display_name    text check (length(display_name) between 1 and 120),
    roles           text[] not null check (cardinality(roles) > 0),
    invited_by      uuid references identity.person,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    accepted_at     timestamptz,
    primary key (organization_id, id)
);
create index invitation_open on identity.invitation (organization_id, created_at) where accepted_at is null;
create index invitation_invited_by on identity.invitation (organization_id, invited_by);
call kernel.isolate_with_installation('identity.invitation');

-- An organization sees those who belong to it, and those who invited somebody into it. Changes are the installation's.
alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy visible on identity.person for select using (
    (select kernel.is_installation())
    or exists (select 1 from identity.membership m
               where m.organization_id = (select kernel.current_organization()) and m.person_id = person.id)
    or exists (select 1 from identity.invitation i
               where i.organization_id = (select kernel.current_organization()) and i.invited_by = person.id));
create policy change on identity.person using ((select kernel.is_installation()));

-- Argon2id, apart from the person, so that no query about people can ever carry it along.
create table identity.credential (
    person_id     uuid primary key references identity.person,
    password_hash text not null,
    changed_at    timestamptz not null default now()
);

-- Creates top-level organizations and installation settings, and sees no customer's data.
create table identity.operator (
    person_id uuid primary key references identity.person
);

-- Failed sign-ins of one account, one source or one familiar browser, each named by a hash.
create table identity.sign_in_guard (
    guarded         bytea primary key check (length(guarded) = 32),
    failures        integer not null,
    last_failure_at timestamptz not null,
    blocked_until   timestamptz not null
);
create index sign_in_guard_age on identity.sign_in_guard (last_failure_at);

-- Browsers in which a person has signed in before: others' failures do not shut them out there.
create table identity.familiar_browser (
    person_id    uuid not null references identity.person,
    token_hash   bytea not null check (length(token_hash) = 32),
    last_used_at timestamptz not null,
    primary key (person_id, token_hash)
);

do $$
declare
    target text;
begin
    foreach target in array array['credential', 'operator', 'sign_in_guard', 'familiar_browser'] loop
        execute format('alter table identity.%I enable row level security', target);
        execute format('alter table identity.%I force row level security', target);
        execute format('create policy installation on identity.%I using ((select kernel.is_installation()))', target);
    end loop;
end $$;

grant select, insert, update on identity.person to "${application}";
grant select, insert, update, delete on identity.membership to "${application}";
grant select, insert, update, delete on identity.invitation to "${application}";
grant select, insert, update on identity.credential to "${application}";
grant select, insert on identity.operator to "${application}";
grant select, insert, update, delete on identity.sign_in_guard to "${application}";
grant select, insert, update, delete on identity.familiar_browser to "${application}";
