-- Who is to be told that a refresh token of a connection came twice. The connection itself is gone by then.
create table identity.reuse_notice (
    organization_id uuid not null,
    id              uuid not null,
    connection_id   uuid not null,
    owner_id        uuid not null,
    person_id       uuid not null,
    program         text not null check (length(program) between 1 and 60),
    ended_at        timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, connection_id, person_id),
    foreign key (organization_id, owner_id) references identity.membership on delete cascade,
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index reuse_notice_owner on identity.reuse_notice (organization_id, owner_id);
create index reuse_notice_person on identity.reuse_notice (organization_id, person_id);
create index reuse_notice_end on identity.reuse_notice (ended_at);
call kernel.isolate_with_installation('identity.reuse_notice');
grant select, insert, delete on identity.reuse_notice to "${application}";
