-- Keys that sign access tokens. The private half is sealed; the public one is published while tokens may bear it.
create table identity.signing_key (
    id          text primary key check (length(id) between 1 and 100),
    sealed      bytea not null,
    created_at  timestamptz not null
);

-- Access tokens that were revoked before their end. No other token is kept anywhere.
create table identity.revoked_token (
    token_hash bytea primary key check (length(token_hash) = 32),
    expires_at timestamptz not null
);
create index revoked_token_age on identity.revoked_token (expires_at);

do $$
declare
    target text;
begin
    foreach target in array array['signing_key', 'revoked_token'] loop
        execute format('alter table identity.%I enable row level security', target);
        execute format('alter table identity.%I force row level security', target);
        execute format('create policy installation on identity.%I using ((select kernel.is_installation()))', target);
    end loop;
end $$;

grant select, insert, delete on identity.signing_key to "${application}";
grant select, insert, delete on identity.revoked_token to "${application}";
