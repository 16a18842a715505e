-- Tables of libraries. They hold ids only: no name, no address, no secret.
create table framework.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on framework.spring_session (expiry_time);
create index spring_session_principal on framework.spring_session (principal_name);

create table framework.spring_session_attributes (
    session_primary_id char(36) not null references framework.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table framework.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on framework.event_publication using hash (serialized_event);
create index event_publication_completion on framework.event_publication (completion_date);

create table framework.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on framework.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on framework.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on framework.scheduled_tasks (priority desc, execution_time asc);

grant select, insert, update, delete on all tables in schema framework to "${application}";
