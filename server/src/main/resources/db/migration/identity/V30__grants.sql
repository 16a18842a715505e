-- A set of permissions that an organization names itself.
create table identity.custom_role (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    name            text not null check (length(name) between 1 and 80),
    description     text not null check (length(description) <= 500),
    permissions     text[] not null check (cardinality(permissions) > 0),
    version         integer not null default 1,
    changed_at      timestamptz not null,
    primary key (organization_id, id)
);
create unique index custom_role_name on identity.custom_role (organization_id, lower(name));
call kernel.isolate_with_installation('identity.custom_role');

-- A tree in each organization. The root of a tree has no parent.
create table identity.team (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    parent_id       uuid check (parent_id <> id),
    name            text not null check (length(name) between 1 and 80),
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, parent_id) references identity.team
);
create unique index team_name on identity.team (organization_id, parent_id, lower(name)) nulls not distinct;
call kernel.isolate_with_installation('identity.team');

create table identity.team_member (
    organization_id uuid not null,
    team_id         uuid not null,
    person_id       uuid not null,
    lead            boolean not null default false,
    primary key (organization_id, team_id, person_id),
    foreign key (organization_id, team_id) references identity.team,
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index team_member_person on identity.team_member (organization_id, person_id);
call kernel.isolate_with_installation('identity.team_member');

-- A role beside those that the membership names: a custom one, or any for one team and the teams below it.
create table identity.role_grant (
    organization_id uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    role            text,
    custom_role_id  uuid,
    team_id         uuid,
    given_by        uuid,
    given_at        timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, person_id) references identity.membership on delete cascade,
    foreign key (organization_id, custom_role_id) references identity.custom_role,
    foreign key (organization_id, team_id) references identity.team,
    check ((role is null) <> (custom_role_id is null)),
    check (role is null or team_id is not null)
);
create unique index role_grant_once
    on identity.role_grant (organization_id, person_id, role, custom_role_id, team_id) nulls not distinct;
create index role_grant_custom_role on identity.role_grant (organization_id, custom_role_id);
create index role_grant_team on identity.role_grant (organization_id, team_id);
call kernel.isolate_with_installation('identity.role_grant');

-- Whoever holds only roles of the organization's own has no built-in one.
alter table identity.membership drop constraint membership_roles_check;

-- All that anybody holds, with where it comes from: what is enforced and what is shown are read from here.
create view identity.held with (security_invoker = true) as
select m.organization_id, m.person_id, null::uuid as grant_id, 'ROLE' as source, r.role,
       null::uuid as custom_role_id, null::text as custom_role_name, null::text[] as permissions,
       null::uuid as team_id, null::text as team_name
from identity.membership m cross join unnest(m.roles) r (role)
union all
select g.organization_id, g.person_id, g.id, case when g.role is null then 'CUSTOM_ROLE' else 'ROLE' end, g.role,
       c.id, c.name, c.permissions, t.id, t.name
from identity.role_grant g
left join identity.custom_role c on c.organization_id = g.organization_id and c.id = g.custom_role_id
left join identity.team t on t.organization_id = g.organization_id and t.id = g.team_id
union all
select l.organization_id, l.person_id, null, 'TEAM_LEAD', null, null, null, null, t.id, t.name
from identity.team_member l
join identity.team t on t.organization_id = l.organization_id and t.id = l.team_id
where l.lead;

grant select, insert, update, delete on identity.custom_role to "${application}";
grant select, insert, update, delete on identity.team to "${application}";
grant select, insert, update, delete on identity.team_member to "${application}";
grant select, insert, delete on identity.role_grant to "${application}";
grant select on identity.held to "${application}";
