-- Keys in people's devices. Only public keys are here; the name is the person's own for the device.
create table identity.passkey (
    id              uuid primary key,
    person_id       uuid not null references identity.person,
    credential_id   bytea not null unique check (length(credential_id) between 1 and 1023),
    name            text not null check (length(name) between 1 and 60),
    public_key      bytea not null,
    attestation     bytea not null,
    signature_count bigint not null,
    user_verified   boolean not null,
    backup_eligible boolean not null,
    backup_state    boolean not null,
    transports      text[] not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_person on identity.passkey (person_id);

-- Random bytes that a device is to sign, each for once. A person's own, or nobody's yet: for signing in without a password.
create table identity.passkey_challenge (
    challenge  bytea primary key check (length(challenge) = 32),
    person_id  uuid references identity.person,
    purpose    text not null,
    expires_at timestamptz not null
);
create index passkey_challenge_age on identity.passkey_challenge (expires_at);

do $$
declare
    target text;
begin
    foreach target in array array['passkey', 'passkey_challenge'] loop
        execute format('alter table identity.%I enable row level security', target);
        execute format('alter table identity.%I force row level security', target);
        execute format('create policy installation on identity.%I using ((select kernel.is_installation()))', target);
    end loop;
end $$;

grant select, insert, update, delete on identity.passkey to "${application}";
grant select, insert, delete on identity.passkey_challenge to "${application}";
