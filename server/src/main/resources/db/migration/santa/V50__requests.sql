-- Macs that a person says are theirs, by machine id as they gave it, whether or not such a Mac exists: what they are
-- shown must not tell.
create table santa.claimed_machine (
    organization_id uuid not null references kernel.organization,
    person_id       uuid not null,
    machine_id      text not null check (octet_length(machine_id) between 1 and 256),
    id              uuid not null,
    claimed_at      timestamptz not null,
    primary key (organization_id, person_id, machine_id)
);
call kernel.isolate('santa.claimed_machine');
grant select, insert, delete on santa.claimed_machine to "${application}";
