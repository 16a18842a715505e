-- Who came in from where, and who was refused: telemetry, kept for a time. What was decided or changed is in the book.
create table identity.activity (
    organization_id uuid not null references kernel.organization,
    at              timestamptz not null,
    id              uuid not null,
    person_id       uuid not null references identity.person,
    kind            text not null,
    factors         text[] not null,
    detail          text not null check (length(detail) <= 100),
    address         text not null check (length(address) <= 100),
    browser         text not null check (length(browser) <= 300),
    primary key (organization_id, at, id)
) partition by range (at);
create index activity_person on identity.activity (organization_id, person_id, at desc, id desc);
create index activity_kind on identity.activity (organization_id, kind, at desc, id desc);
create index activity_own on identity.activity (person_id, at desc, id desc);
call kernel.isolate_with_installation('identity.activity');
create table identity.activity_default partition of identity.activity default;
call kernel.isolate_with_installation('identity.activity_default');
grant select, insert, delete on identity.activity to "${application}";
