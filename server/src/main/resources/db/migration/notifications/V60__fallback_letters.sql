alter table notifications.mail drop constraint mail_kind_check;
alter table notifications.mail add constraint mail_kind_check
    check (kind in ('INVITATION', 'KEY_EXPIRING', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'PROVIDER_BYPASSED'));
