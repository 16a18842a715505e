-- Where a session was opened; the session itself is a library's and holds ids only.
create table identity.session_origin (
    session_id uuid primary key,
    person_id  uuid not null references identity.person,
    browser    text not null check (length(browser) <= 300),
    address    text not null check (length(address) <= 100),
    began_at   timestamptz not null
);
create index session_origin_person on identity.session_origin (person_id);
create index session_origin_age on identity.session_origin (began_at);

-- A person's authenticator app. The seed is sealed; the step of the last code taken refuses that code a second time.
create table identity.authenticator (
    person_id    uuid primary key references identity.person,
    seed         bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

-- Codes for the day on which the phone is lost; only hashes, each good for once.
create table identity.backup_code (
    person_id uuid not null references identity.person,
    code_hash bytea not null check (length(code_hash) = 32),
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

do $$
declare
    target text;
begin
    foreach target in array array['session_origin', 'authenticator', 'backup_code'] loop
        execute format('alter table identity.%I enable row level security', target);
        execute format('alter table identity.%I force row level security', target);
        execute format('create policy installation on identity.%I using ((select kernel.is_installation()))', target);
    end loop;
end $$;

grant select, insert, delete on identity.session_origin to "${application}";
grant select, insert, update, delete on identity.authenticator to "${application}";
grant select, insert, update, delete on identity.backup_code to "${application}";
