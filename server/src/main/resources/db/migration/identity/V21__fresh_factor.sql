-- An action that waits for a fresh factor of who wants it: bound to that person, session, address and content.
create table identity.fresh_factor (
    id          uuid primary key,
    person_id   uuid not null references identity.person,
    session_id  uuid not null,
    action      text not null,
    action_hash bytea not null check (length(action_hash) = 32),
    proven      boolean not null default false,
    expires_at  timestamptz not null
);
create index fresh_factor_session on identity.fresh_factor (session_id, expires_at);
create index fresh_factor_age on identity.fresh_factor (expires_at);
alter table identity.fresh_factor enable row level security;
alter table identity.fresh_factor force row level security;
create policy installation on identity.fresh_factor using ((select kernel.is_installation()));
grant select, insert, update, delete on identity.fresh_factor to "${application}";

-- What an organization demands of a session in which somebody acts there. No row: nothing beyond the installation's.
create table identity.sign_in_demand (
    organization_id       uuid primary key references kernel.organization,
    second_factor_for_all boolean not null,
    second_factor_roles   text[] not null,
    idle_minutes          integer check (idle_minutes between 5 and 1440),
    longest_minutes       integer check (longest_minutes between 15 and 10080)
);
call kernel.isolate_with_installation('identity.sign_in_demand');
grant select, insert, update on identity.sign_in_demand to "${application}";
