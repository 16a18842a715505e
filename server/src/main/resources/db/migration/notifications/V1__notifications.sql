-- Letters to people, waiting or done. A row says what a letter is about, never what it says: that is written, and its
-- link made, at the moment of sending. Letters of no single organization are the installation's.
create table notifications.mail (
    id               uuid primary key,
    organization_id  uuid references kernel.organization,
    kind             text not null check (kind in ('INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED')),
    subject_id       uuid not null,
    number           integer not null default 1,
    occasion         text not null unique check (length(occasion) between 1 and 100),
    state            text not null check (state in ('WAITING', 'SENT', 'NEEDLESS', 'DEAD')),
    attempts         integer not null default 0 check (attempts >= 0),
    due_at           timestamptz not null,
    give_up_at       timestamptz not null,
    recipient_domain text check (length(recipient_domain) <= 253),
    problem          text check (length(problem) <= 300),
    created_at       timestamptz not null,
    changed_at       timestamptz not null
);
create index mail_due on notifications.mail (due_at) where state = 'WAITING';
create index mail_state on notifications.mail (state, id);
create index mail_subject on notifications.mail (organization_id, kind, subject_id);
call kernel.isolate_with_installation('notifications.mail');

grant select, insert, update, delete on notifications.mail to "${application}";
