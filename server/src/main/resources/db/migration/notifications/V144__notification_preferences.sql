-- How a member wants to be told. Who has no row is told as everybody is who has chosen nothing.
create table notifications.preference (
    organization_id uuid not null references kernel.organization,
    person_id       uuid not null,
    muted           text[] not null,
    mailed          text[] not null,
    pace            text not null check (pace in ('AT_ONCE', 'HOURLY', 'DAILY')),
    quiet_from      time,
    quiet_until     time check ((quiet_from is null) = (quiet_until is null)),
    time_zone       text not null check (length(time_zone) between 1 and 60),
    primary key (organization_id, person_id)
);
call kernel.isolate('notifications.preference');
grant select, insert, update on notifications.preference to "${application}";

-- When it goes by mail, unless it is read by then; and with which letter it went.
alter table notifications.notification
    add column muted boolean not null default false,
    add column mail_due_at timestamptz,
    add column letter integer;
create index notification_mail on notifications.notification (mail_due_at) where mail_due_at is not null;
grant update (mail_due_at, letter) on notifications.notification to "${application}";

alter table notifications.mail drop constraint mail_kind_check;
alter table notifications.mail add constraint mail_kind_check
    check (kind in ('INVITATION', 'PASSWORD_RESET', 'KEY_EXPIRING', 'PASSWORD_CHANGED', 'EMERGENCY_BEGUN', 'PROVIDER_BYPASSED',
        'SIGN_IN_WARNING', 'HOLD_REVIEW', 'TOKEN_REUSED', 'LEDGER_ALARM', 'LEDGER_CHECKPOINT', 'DELEGATION_GIVEN',
        'DESTINATION_FAILING', 'NOTIFICATIONS'));
