-- Somebody asked for a new password. Nobody's row when the address is nobody's, so that both cost the same. The token is
-- made when the letter is sent; only its SHA-256 is kept, and using it deletes the row.
create table identity.password_reset (
    id         uuid primary key,
    person_id  uuid references identity.person,
    asked_at   timestamptz not null,
    token_hash bytea unique check (length(token_hash) = 32),
    expires_at timestamptz,
    check ((token_hash is null) = (expires_at is null))
);
create index password_reset_person on identity.password_reset (person_id);
create index password_reset_age on identity.password_reset (asked_at);
alter table identity.password_reset enable row level security;
alter table identity.password_reset force row level security;
create policy installation on identity.password_reset using ((select kernel.is_installation()));
grant select, insert, update, delete on identity.password_reset to "${application}";

-- How often an invitation's link was made, and when last: the one before stops working.
alter table identity.invitation
    add column issue integer not null default 1 check (issue > 0),
    add column issued_at timestamptz not null default now();
