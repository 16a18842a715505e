-- What programs outside are told, and what became of it. A message says that something happened and where to look, never what:
-- whoever gets it reads that by the API, with rights of its own.
create table notifications.message (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    type            text not null check (length(type) between 1 and 60),
    subject_id      uuid not null,
    path            text not null check (length(path) between 1 and 300),
    -- Given after the transaction that wrote it, one organization at a time: so no smaller one turns up after a greater one.
    position        bigint,
    created_at      timestamptz not null,
    primary key (organization_id, id)
);
create sequence notifications.message_position;
create unique index message_in_order on notifications.message (organization_id, position);
create index message_unplaced on notifications.message (organization_id, id) where position is null;
create index message_age on notifications.message (created_at);
call kernel.isolate_with_installation('notifications.message');
grant select, insert, update (position), delete on notifications.message to "${application}";
grant usage on sequence notifications.message_position to "${application}";

create table notifications.destination (
    organization_id     uuid not null references kernel.organization,
    id                  uuid not null,
    name                text not null check (length(name) between 1 and 80),
    url                 text not null check (length(url) <= 500),
    types               text[] not null check (cardinality(types) > 0),
    state               text not null check (state in ('ENABLED', 'DISABLED', 'REMOVED')),
    -- Sealed; the former one signs too until then, so that receivers can change over in peace.
    secret              bytea not null,
    former_secret       bytea,
    former_secret_until timestamptz,
    -- The last message that it has a delivery of, or does not want.
    cursor              bigint not null,
    -- The circuit breaker: failures one after another, and until when nothing is sent.
    failures            integer not null default 0 check (failures >= 0),
    resting_until       timestamptz,
    created_at          timestamptz not null,
    primary key (organization_id, id)
);
create unique index destination_name on notifications.destination (organization_id, lower(name)) where state <> 'REMOVED';
call kernel.isolate_with_installation('notifications.destination');
grant select, insert, update on notifications.destination to "${application}";

create table notifications.delivery (
    organization_id uuid not null,
    id              uuid not null,
    destination_id  uuid not null,
    message_id      uuid not null,
    state           text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    -- Since it was put in, or in again.
    attempts        integer not null default 0 check (attempts >= 0),
    due_at          timestamptz not null,
    status          integer,
    problem         text check (length(problem) <= 300),
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, destination_id, message_id),
    foreign key (organization_id, destination_id) references notifications.destination,
    foreign key (organization_id, message_id) references notifications.message on delete cascade
);
create index delivery_due on notifications.delivery (organization_id, destination_id, due_at) where state = 'WAITING';
create index delivery_state on notifications.delivery (organization_id, state, id);
create index delivery_message on notifications.delivery (organization_id, message_id);
call kernel.isolate_with_installation('notifications.delivery');
grant select, insert, update on notifications.delivery to "${application}";

-- Each time that it was sent, and what came back.
create table notifications.attempt (
    organization_id uuid not null,
    delivery_id     uuid not null,
    id              uuid not null,
    status          integer,
    problem         text check (length(problem) <= 300),
    milliseconds    integer not null check (milliseconds >= 0),
    at              timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, delivery_id) references notifications.delivery on delete cascade
);
create index attempt_delivery on notifications.attempt (organization_id, delivery_id, id);
call kernel.isolate('notifications.attempt');
grant select, insert on notifications.attempt to "${application}";
