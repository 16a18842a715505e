-- A provider's person with a customer. Nothing is overwritten: a change ends one row and begins the next.
create table identity.engagement (
    organization_id uuid not null,
    id              uuid not null,
    provider_id     uuid not null,
    person_id       uuid not null references identity.person,
    level           text not null check (level in ('READ_ONLY', 'FULL', 'EMERGENCY')),
    reason          text not null check (length(reason) between 1 and 2000),
    given_by        uuid references identity.person,
    starts_at       timestamptz not null,
    expires_at      timestamptz check (expires_at > starts_at),
    -- What holds again once an emergency is over.
    former_id       uuid check (former_id <> id),
    ended_at        timestamptz,
    ended_by        uuid references identity.person,
    end_cause       text check (end_cause in ('BY_PROVIDER', 'BY_CUSTOMER', 'BY_THEMSELVES', 'CHANGED', 'EXPIRED',
                                              'HANDED_OVER', 'LEFT', 'SUSPENDED')),
    end_reason      text check (length(end_reason) <= 2000),
    primary key (organization_id, id),
    foreign key (organization_id, provider_id) references kernel.organization (id, parent_id),
    foreign key (organization_id, former_id) references identity.engagement,
    check ((ended_at is null) = (end_cause is null)),
    check (level <> 'EMERGENCY' or expires_at is not null),
    check (former_id is null or level = 'EMERGENCY')
);
create unique index engagement_open on identity.engagement (organization_id, person_id) where ended_at is null;
create index engagement_open_of_person on identity.engagement (person_id, organization_id) where ended_at is null;
create index engagement_open_of_provider
    on identity.engagement (provider_id, person_id, organization_id) where ended_at is null;
create index engagement_expiry on identity.engagement (expires_at) where ended_at is null;
create index engagement_history on identity.engagement (provider_id, starts_at, id);
create index engagement_history_of_customer on identity.engagement (organization_id, person_id, starts_at, id);
create index engagement_history_of_person on identity.engagement (provider_id, person_id, starts_at, id);
create index engagement_former on identity.engagement (organization_id, former_id) where former_id is not null;
call kernel.isolate_with_installation('identity.engagement');
create policy provider on identity.engagement for select
    using (provider_id = (select kernel.current_organization()));

-- Both sides know by name whoever is or was engaged, also when that person left the provider.
create policy with_engagement on identity.person for select using (
    exists (select 1 from identity.engagement e
            where e.organization_id = (select kernel.current_organization()) and e.person_id = person.id)
    or exists (select 1 from identity.engagement e
               where e.provider_id = (select kernel.current_organization()) and e.person_id = person.id));

-- What an active member holds at the provider for the whole organization. A customer's transaction sees nothing of the
-- provider, yet must know what its engaged people may do: this looks there for one of them, and turns back.
create function identity.held_at_provider(provider uuid, person uuid)
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
        where m.organization_id = provider and m.person_id = person and m.suspended_at is null and g.team_id is null;
    perform set_config('app.installation', turned, true);
end $$;

-- Which level holds when: an emergency that is over leaves what held before, without a gap until somebody notices.
create view identity.engagement_standing with (security_invoker = true) as
select organization_id, id, provider_id, person_id, level, starts_at, expires_at
from identity.engagement where ended_at is null
union all
select e.organization_id, f.id, e.provider_id, e.person_id, f.level, e.expires_at, f.expires_at
from identity.engagement e
join identity.engagement f on f.organization_id = e.organization_id and f.id = e.former_id
where e.ended_at is null and (f.expires_at is null or f.expires_at > e.expires_at);

create or replace view identity.held with (security_invoker = true) as
select m.organization_id, m.person_id, null::uuid as grant_id, 'ROLE' as source, r.role,
       null::uuid as custom_role_id, null::text as custom_role_name, null::text[] as permissions,
       null::uuid as team_id, null::text as team_name,
       null::uuid as provider_id, null::text as provider_name, null::text as level,
       null::timestamptz as starts_at, null::timestamptz as expires_at
from identity.membership m cross join unnest(m.roles) r (role)
union all
select g.organization_id, g.person_id, g.id, case when g.role is null then 'CUSTOM_ROLE' else 'ROLE' end, g.role,
       c.id, c.name, c.permissions, t.id, t.name, null, null, null, null, null
from identity.role_grant g
left join identity.custom_role c on c.organization_id = g.organization_id and c.id = g.custom_role_id
left join identity.team t on t.organization_id = g.organization_id and t.id = g.team_id
union all
select l.organization_id, l.person_id, null, 'TEAM_LEAD', null, null, null, null, t.id, t.name,
       null, null, null, null, null
from identity.team_member l
join identity.team t on t.organization_id = l.organization_id and t.id = l.team_id
where l.lead
union all
select s.organization_id, s.person_id, null, 'ENGAGEMENT', p.role, p.custom_role_id, p.custom_role_name, p.permissions,
       null, null, s.provider_id, p.provider_name, s.level, s.starts_at, s.expires_at
from identity.engagement_standing s
cross join lateral identity.held_at_provider(s.provider_id, s.person_id) p;

-- Whom a customer's emergency is told by letter.
create table identity.emergency_notice (
    organization_id uuid not null,
    id              uuid not null,
    engagement_id   uuid not null,
    person_id       uuid not null references identity.person,
    primary key (organization_id, id),
    unique (organization_id, engagement_id, person_id),
    foreign key (organization_id, engagement_id) references identity.engagement
);
call kernel.isolate_with_installation('identity.emergency_notice');

grant select, insert, update on identity.engagement to "${application}";
grant select on identity.engagement_standing to "${application}";
grant select, insert on identity.emergency_notice to "${application}";
