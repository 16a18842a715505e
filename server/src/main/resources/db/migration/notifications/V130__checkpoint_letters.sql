alter table notifications.mail drop constraint mail_kind_check;
alter table notifications.mail add constraint mail_kind_check
    check (kind in ('INVITATION', 'PASSWORD_RESET', 'KEY_EXPIRING', 'PASSWORD_CHANGED', 'EMERGENCY_BEGUN', 'PROVIDER_BYPASSED',
        'SIGN_IN_WARNING', 'HOLD_REVIEW', 'TOKEN_REUSED', 'LEDGER_ALARM', 'LEDGER_CHECKPOINT'));

-- Who wants the checkpoint of an organization's ledger by mail each day.
create table notifications.checkpoint_reader (
    organization_id uuid not null references kernel.organization,
    person_id       uuid not null,
    primary key (organization_id, person_id)
);
call kernel.isolate_with_installation('notifications.checkpoint_reader');
grant select, insert, delete on notifications.checkpoint_reader to "${application}";
