-- Our keys towards one identity provider each: the current one signs and opens, the next one is published before it takes
-- over, the former one still opens what was encrypted for it.
create table identity.saml_key (
    organization_id uuid not null,
    provider_id     uuid not null,
    state           text not null check (state in ('CURRENT', 'NEXT', 'FORMER')),
    private_key     bytea not null,
    certificate     bytea not null,
    created_at      timestamptz not null,
    primary key (organization_id, provider_id, state),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade
);
call kernel.isolate_with_installation('identity.saml_key');

-- What a provider said of itself when it was last asked at its address; takes the place of what was uploaded.
create table identity.saml_metadata (
    organization_id uuid not null,
    provider_id     uuid not null,
    address         text not null check (length(address) <= 1000),
    xml             text not null check (length(xml) <= 1048576),
    read_at         timestamptz not null,
    problem         text check (length(problem) <= 500),
    primary key (organization_id, provider_id),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade
);
call kernel.isolate_with_installation('identity.saml_metadata');

grant select, insert, update, delete on identity.saml_key to "${application}";
grant select, insert, update, delete on identity.saml_metadata to "${application}";
