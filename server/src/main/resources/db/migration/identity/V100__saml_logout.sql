-- Wishes of providers that sessions end, as long as they could come a second time.
create table identity.saml_logout (
    organization_id uuid not null,
    provider_id     uuid not null,
    message_hash    bytea not null check (length(message_hash) = 32),
    good_until      timestamptz not null,
    primary key (organization_id, provider_id, message_hash),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade
);
create index saml_logout_age on identity.saml_logout (good_until);
call kernel.isolate_with_installation('identity.saml_logout');
grant select, insert, delete on identity.saml_logout to "${application}";
