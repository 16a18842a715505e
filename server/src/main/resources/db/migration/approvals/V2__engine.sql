-- Requests take a path of stages whose groups must agree. What was decided before stays as it is, said in the new form.

alter table approvals.request no force row level security;
alter table approvals.stage no force row level security;
alter table approvals.assignment no force row level security;
alter table approvals.decision no force row level security;
alter table approvals.policy no force row level security;

-- A policy of stages one after the other, each with a least number of holders of a permission, as a path.
create function approvals.path_of(former jsonb) returns jsonb language sql immutable as $$
    select jsonb_build_object(
        'stages', jsonb_agg(jsonb_build_object(
            'id', 'stage-' || s.position,
            'name', s.stage -> 'name',
            'after', case when s.position = 1 then '[]' else jsonb_build_array('stage-' || s.position - 1) end,
            'when', null,
            'requirement', jsonb_build_object(
                'kind', 'GROUP',
                'name', 'Approvers',
                'seats', jsonb_build_array(jsonb_build_object('who', s.stage -> 'approvers', 'weight', 1)),
                'fallback', '[]'::jsonb,
                'quorum', jsonb_build_object('kind', 'MINIMUM', 'people', s.stage -> 'minimum')),
            'veto', 'ENDS',
            'keeps', '[]'::jsonb,
            'escalations', '[]'::jsonb) order by s.position),
        'separation', former -> 'excluded',
        'expiry', 'P365D',
        'freshness', 'P365D',
        'emergency', null)
    from jsonb_array_elements(former -> 'stages') with ordinality s (stage, position)
$$;

alter table approvals.request
    add version     integer not null default 1 check (version > 0),
    add round       integer not null default 1 check (round > 0),
    add emergency   boolean not null default false,
    add beneficiaries uuid[] not null default '{}',
    add editor_id   uuid,
    -- Which route of the policy it took; null: none fitted, and it takes the path of all others.
    add route       text,
    add path        jsonb,
    -- Decisions that count no more.
    add lapsed      uuid[] not null default '{}';
update approvals.request set editor_id = requester_id, path = approvals.path_of(policy);
alter table approvals.request
    alter editor_id set not null,
    alter path set not null,
    drop column policy,
    drop constraint request_state_check,
    drop constraint request_check,
    drop constraint request_check1,
    add check (state in ('IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN',
        'POST_REVIEW', 'RATIFIED', 'REPUDIATED')),
    add check ((state in ('IN_REVIEW', 'CHANGES_REQUESTED', 'POST_REVIEW')) = (closed_at is null)),
    add check ((state in ('APPROVED', 'POST_REVIEW', 'RATIFIED', 'REPUDIATED')) = (result is not null));
drop index approvals.request_open_subject;
create unique index request_open_subject on approvals.request (organization_id, kind, requester_id, subject_key)
    where closed_at is null;

update approvals.policy set document = jsonb_build_object(
    'name', document -> 'name', 'routes', '[]'::jsonb, 'otherwise', approvals.path_of(document));
drop function approvals.path_of(jsonb);

alter table approvals.decision drop constraint decision_organization_id_request_id_stage_place_fkey;
drop table approvals.assignment;

-- One step of a request: its plan lies in the request's path.
alter table approvals.stage
    add stage        text,
    add rosters      jsonb not null default '{}',
    add escalated    integer[] not null default '{}',
    add activated_at timestamptz,
    add skipped      text;
update approvals.stage s set stage = 'stage-' || s.position + 1,
    activated_at = case when s.state = 'ACTIVE' then r.submitted_at end,
    rosters = case when s.state = 'WAITING' then '{}' else jsonb_build_object('Approvers', jsonb_build_object(
        'members', '{}'::jsonb, 'alternates', '{}'::jsonb,
        'seats', r.path -> 'stages' -> s.position -> 'requirement' -> 'seats')) end
from approvals.request r where r.organization_id = s.organization_id and r.id = s.request_id;
alter table approvals.stage
    alter stage set not null,
    drop constraint stage_pkey,
    add primary key (organization_id, request_id, stage),
    drop constraint stage_state_check,
    add check (state in ('WAITING', 'ACTIVE', 'SATISFIED', 'VETOED', 'SKIPPED', 'EXPIRED', 'CANCELLED')),
    add check ((state = 'SKIPPED') = (skipped is not null));

-- A stage's open places: by which authority somebody may take one. Gone when the stage ends.
create table approvals.assignment (
    organization_id uuid not null,
    request_id      uuid not null,
    stage           text not null,
    authority       text not null check (length(authority) between 1 and 200),
    since           timestamptz not null,
    primary key (organization_id, request_id, stage, authority),
    foreign key (organization_id, request_id, stage) references approvals.stage on delete cascade
);
create index assignment_inbox on approvals.assignment (organization_id, authority, since desc, request_id desc);
call kernel.isolate('approvals.assignment');
insert into approvals.assignment (organization_id, request_id, stage, authority, since)
select s.organization_id, s.request_id, s.stage, 'permission:request.decide', s.activated_at
from approvals.stage s where s.state = 'ACTIVE';

alter table approvals.decision
    add round       integer not null default 1,
    add group_name  text not null default 'Approvers',
    add member_id   uuid,
    add member_name text,
    add delegations uuid[] not null default '{}',
    add weight      integer not null default 0,
    add channel     text not null default 'CONSOLE' check (channel in ('CONSOLE', 'SLACK', 'TEAMS')),
    -- How strongly the person had proved who they are; of decisions before this version nobody kept it.
    add factor      text check (factor in ('SINGLE', 'SECOND', 'FRESH')),
    drop constraint decision_outcome_check,
    add check (outcome in ('APPROVED', 'REJECTED', 'ABSTAINED', 'RETURNED')),
    drop constraint decision_organization_id_request_id_stage_place_key,
    drop constraint decision_organization_id_request_id_person_id_key,
    drop column place,
    alter stage type text using 'stage-' || stage + 1;
update approvals.decision set member_id = person_id, member_name = person_name;
alter table approvals.decision
    alter round drop default,
    alter group_name drop default,
    alter member_id set not null,
    alter member_name set not null,
    alter channel drop default,
    add foreign key (organization_id, request_id) references approvals.request;
-- One human counts once in each round; who asked back may decide when they have their answer.
create unique index decision_once on approvals.decision (organization_id, request_id, round, person_id)
    where outcome <> 'RETURNED';
create index decision_request on approvals.decision (organization_id, request_id, decided_at, id);

alter table approvals.request force row level security;
alter table approvals.stage force row level security;
alter table approvals.decision force row level security;
alter table approvals.policy force row level security;

grant delete on approvals.stage to "${application}";
grant select, insert, delete on approvals.assignment to "${application}";
