-- Since when the record that proves a domain is gone from the DNS, as often as it was looked for.
alter table identity.domain add column missing_since timestamptz;
create index domain_check on identity.domain (checked_at) where verified_by = 'DNS';

-- Of which end which administrator was told how many days before; once each.
create table identity.sign_in_warning (
    organization_id uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    about           text not null check (about in ('SECRET', 'CERTIFICATE', 'OWN_CERTIFICATE', 'DOMAIN')),
    subject         text not null check (length(subject) between 1 and 253),
    ends_at         timestamptz not null,
    days            integer not null,
    primary key (organization_id, id),
    unique (organization_id, person_id, about, subject, ends_at, days),
    foreign key (organization_id, person_id) references identity.membership on delete cascade
);
create index sign_in_warning_end on identity.sign_in_warning (ends_at);
call kernel.isolate_with_installation('identity.sign_in_warning');
grant select, insert, delete on identity.sign_in_warning to "${application}";
