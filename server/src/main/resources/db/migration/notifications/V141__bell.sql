-- What concerns a person, for the bell: which thing and in what way, never what it says. A row is gone when it concerns them no
-- longer, such as a request that somebody else has decided.
create table notifications.notification (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    person_id       uuid not null,
    kind            text not null check (length(kind) between 1 and 40),
    subject_id      uuid not null,
    path            text not null check (length(path) between 1 and 300),
    created_at      timestamptz not null,
    read_at         timestamptz,
    primary key (organization_id, id),
    unique (organization_id, person_id, kind, subject_id)
);
create index notification_bell on notifications.notification (organization_id, person_id, id desc);
create index notification_unread on notifications.notification (organization_id, person_id) where read_at is null;
create index notification_subject on notifications.notification (organization_id, subject_id);
create index notification_age on notifications.notification (created_at);
call kernel.isolate_with_installation('notifications.notification');
grant select, insert, update (read_at), delete on notifications.notification to "${application}";
