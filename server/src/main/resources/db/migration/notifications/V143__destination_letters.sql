alter table notifications.mail drop constraint mail_kind_check;
alter table notifications.mail add constraint mail_kind_check
    check (kind in ('INVITATION', 'PASSWORD_RESET', 'KEY_EXPIRING', 'PASSWORD_CHANGED', 'EMERGENCY_BEGUN', 'PROVIDER_BYPASSED',
        'SIGN_IN_WARNING', 'HOLD_REVIEW', 'TOKEN_REUSED', 'LEDGER_ALARM', 'LEDGER_CHECKPOINT', 'DELEGATION_GIVEN',
        'DESTINATION_FAILING'));
