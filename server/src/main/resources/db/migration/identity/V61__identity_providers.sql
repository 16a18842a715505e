-- Who speaks for an organization's people beside Gatehouse itself. The version counts changes of what decides on a sign-in.
create table identity.identity_provider (
    organization_id       uuid not null references kernel.organization,
    id                    uuid not null unique,
    kind                  text not null check (kind in ('OIDC', 'SAML', 'LDAP')),
    preset                text not null check (length(preset) between 1 and 40),
    name                  text not null check (length(name) between 1 and 80),
    state                 text not null check (state in ('DRAFT', 'ENABLED')),
    settings              jsonb not null,
    secret                bytea,
    secret_expires_on     date,
    claim_names           jsonb not null,
    second_factor_methods text[] not null default '{}',
    version               integer not null default 1,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    tested_at             timestamptz,
    tested_version        integer,
    primary key (organization_id, id)
);
create unique index identity_provider_name on identity.identity_provider (organization_id, lower(name));
call kernel.isolate_with_installation('identity.identity_provider');

-- What having a value of a claim gives. Without a claim: what everybody gets who signs in there. Never changed, only replaced.
create table identity.mapping_rule (
    organization_id uuid not null,
    id              uuid not null,
    provider_id     uuid not null,
    claim           text check (length(claim) between 1 and 200),
    value           text check (length(value) between 1 and 500),
    role            text,
    custom_role_id  uuid,
    team_id         uuid,
    joins_team      boolean not null,
    primary key (organization_id, id),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade,
    foreign key (organization_id, custom_role_id) references identity.custom_role on delete cascade,
    foreign key (organization_id, team_id) references identity.team on delete cascade,
    check ((claim is null) = (value is null)),
    check (joins_team = (role is null and custom_role_id is null)),
    check (role is null or custom_role_id is null),
    check (not joins_team or team_id is not null)
);
create index mapping_rule_provider on identity.mapping_rule (organization_id, provider_id);
create index mapping_rule_custom_role on identity.mapping_rule (organization_id, custom_role_id);
create index mapping_rule_team on identity.mapping_rule (organization_id, team_id);
call kernel.isolate_with_installation('identity.mapping_rule');

-- Whom a provider's subject is, and what the provider said last.
create table identity.external_identity (
    organization_id uuid not null,
    provider_id     uuid not null,
    subject         text not null check (length(subject) between 1 and 255),
    person_id       uuid not null,
    linked_at       timestamptz not null,
    last_used_at    timestamptz,
    claims          jsonb not null,
    primary key (organization_id, provider_id, subject),
    unique (organization_id, provider_id, person_id),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade,
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index external_identity_person on identity.external_identity (organization_id, person_id);
call kernel.isolate_with_installation('identity.external_identity');

-- Which rules hold for a member, as of the provider's last word.
create table identity.mapped_grant (
    organization_id uuid not null,
    rule_id         uuid not null,
    person_id       uuid not null,
    since           timestamptz not null,
    primary key (organization_id, person_id, rule_id),
    foreign key (organization_id, rule_id) references identity.mapping_rule on delete cascade,
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index mapped_grant_rule on identity.mapped_grant (organization_id, rule_id);
call kernel.isolate_with_installation('identity.mapped_grant');

-- A place in a team that a rule gave ends with it; one that somebody gave by hand has no rule.
alter table identity.team_member add column rule_id uuid;
alter table identity.team_member add foreign key (organization_id, rule_id) references identity.mapping_rule on delete cascade;
create index team_member_rule on identity.team_member (organization_id, rule_id);

-- A sign-in that waits for the provider's answer: for once, soon, and in the browser in which it began.
create table identity.sign_in_attempt (
    state_hash      bytea primary key check (length(state_hash) = 32),
    browser_hash    bytea not null check (length(browser_hash) = 32),
    organization_id uuid not null references kernel.organization,
    provider_id     uuid not null references identity.identity_provider (id) on delete cascade,
    version         integer not null,
    purpose         text not null check (purpose in ('SIGN_IN', 'TEST')),
    tester_id       uuid references identity.person,
    return_to       text not null check (length(return_to) <= 500),
    details         text not null check (length(details) <= 2000),
    expires_at      timestamptz not null
);
create index sign_in_attempt_age on identity.sign_in_attempt (expires_at);
alter table identity.sign_in_attempt enable row level security;
alter table identity.sign_in_attempt force row level security;
create policy installation on identity.sign_in_attempt using ((select kernel.is_installation()));

-- What the last test of a provider brought to light, for whoever ran it.
create table identity.provider_test (
    organization_id uuid not null,
    provider_id     uuid not null,
    person_id       uuid not null,
    at              timestamptz not null,
    outcome         jsonb not null,
    primary key (organization_id, provider_id, person_id),
    foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade,
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
call kernel.isolate_with_installation('identity.provider_test');

-- All that anybody holds, with where it comes from, now with what providers' claims give.
create or replace view identity.held with (security_invoker = true) as
select m.organization_id, m.person_id, null::uuid as grant_id, 'ROLE' as source, r.role,
       null::uuid as custom_role_id, null::text as custom_role_name, null::text[] as permissions,
       null::uuid as team_id, null::text as team_name,
       null::uuid as provider_id, null::text as provider_name, null::text as level,
       null::timestamptz as starts_at, null::timestamptz as expires_at,
       null::text as claim_value, null::text as identity_provider
from identity.membership m cross join unnest(m.roles) r (role)
union all
select g.organization_id, g.person_id, g.id, case when g.role is null then 'CUSTOM_ROLE' else 'ROLE' end, g.role,
       c.id, c.name, c.permissions, t.id, t.name, null, null, null, null, null, null, null
from identity.role_grant g
left join identity.custom_role c on c.organization_id = g.organization_id and c.id = g.custom_role_id
left join identity.team t on t.organization_id = g.organization_id and t.id = g.team_id
union all
select l.organization_id, l.person_id, null, 'TEAM_LEAD', null, null, null, null, t.id, t.name,
       null, null, null, null, null, null, null
from identity.team_member l
join identity.team t on t.organization_id = l.organization_id and t.id = l.team_id
where l.lead
union all
select s.organization_id, s.person_id, null, 'ENGAGEMENT', p.role, p.custom_role_id, p.custom_role_name, p.permissions,
       null, null, s.provider_id, p.provider_name, s.level, s.starts_at, s.expires_at, null, null
from identity.engagement_standing s
cross join lateral identity.held_at_provider(s.provider_id, s.person_id) p
union all
select g.organization_id, g.person_id, null, case when r.role is null then 'CUSTOM_ROLE' else 'ROLE' end, r.role,
       c.id, c.name, c.permissions, t.id, t.name, null, null, null, null, null, coalesce(r.value, ''), p.name
from identity.mapped_grant g
join identity.mapping_rule r on r.organization_id = g.organization_id and r.id = g.rule_id and not r.joins_team
join identity.identity_provider p on p.organization_id = r.organization_id and p.id = r.provider_id and p.state = 'ENABLED'
left join identity.custom_role c on c.organization_id = r.organization_id and c.id = r.custom_role_id
left join identity.team t on t.organization_id = r.organization_id and t.id = r.team_id;

grant select, insert, update, delete on identity.identity_provider to "${application}";
grant select, insert, delete on identity.mapping_rule to "${application}";
grant select, insert, update, delete on identity.external_identity to "${application}";
grant select, insert, delete on identity.mapped_grant to "${application}";
grant select, insert, delete on identity.sign_in_attempt to "${application}";
grant select, insert, update, delete on identity.provider_test to "${application}";

-- What somebody holds at a provider, by which they act at its customers, now with what claims give.
create or replace function identity.held_at_provider(provider uuid, person uuid)
    returns table (provider_name text, role text, custom_role_id uuid, custom_role_name text, permissions text[])
    language plpgsql stable as $$
declare
    turned text := coalesce(current_setting('app.installation', true), '');
begin
    perform set_config('app.installation', 'on', true);
    return query
        select o.name, r.role, null::uuid, null::text, null::text[]
        from identity.membership m
        join kernel.organization o on o.id = m.organization_id
        cross join unnest(m.roles) r (role)
        where m.organization_id = provider and m.person_id = person and m.suspended_at is null
        union all
        select o.name, null, c.id, c.name, c.permissions
        from identity.membership m
        join kernel.organization o on o.id = m.organization_id
        join identity.role_grant g on g.organization_id = m.organization_id and g.person_id = m.person_id
        join identity.custom_role c on c.organization_id = g.organization_id and c.id = g.custom_role_id
        where m.organization_id = provider and m.person_id = person and m.suspended_at is null and g.team_id is null
        union all
        select o.name, g.role, c.id, c.name, c.permissions
        from identity.membership m
        join kernel.organization o on o.id = m.organization_id
        join identity.mapped_grant x on x.organization_id = m.organization_id and x.person_id = m.person_id
        join identity.mapping_rule g on g.organization_id = x.organization_id and g.id = x.rule_id and not g.joins_team
        join identity.identity_provider i
            on i.organization_id = g.organization_id and i.id = g.provider_id and i.state = 'ENABLED'
        left join identity.custom_role c on c.organization_id = g.organization_id and c.id = g.custom_role_id
        where m.organization_id = provider and m.person_id = person and m.suspended_at is null and g.team_id is null;
    perform set_config('app.installation', turned, true);
end $$;
