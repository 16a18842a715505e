-- What must be kept for now, whoever asks for its erasure and however old it grows. Two people place a hold, two release it.
create table ledger.hold (
    organization_id      uuid not null references kernel.organization,
    id                   uuid not null,
    state                text not null check (state in
                             ('REQUESTED', 'IN_FORCE', 'RELEASE_REQUESTED', 'RELEASED', 'WITHDRAWN')),
    reason               text not null check (length(reason) between 10 and 2000),
    -- Empty: of everybody.
    subjects             uuid[] not null,
    from_at              timestamptz,
    to_at                timestamptz,
    review_at            timestamptz not null,
    requested_by         uuid not null,
    requested_at         timestamptz not null,
    confirmed_by         uuid,
    confirmed_at         timestamptz,
    release_reason       text check (length(release_reason) between 10 and 2000),
    release_requested_by uuid,
    release_requested_at timestamptz,
    released_by          uuid,
    released_at          timestamptz,
    told_of              timestamptz,
    primary key (organization_id, id),
    check (from_at < to_at),
    check (confirmed_by <> requested_by),
    check (released_by <> release_requested_by),
    check (state in ('REQUESTED', 'WITHDRAWN') or confirmed_by is not null),
    check (state not in ('RELEASE_REQUESTED', 'RELEASED') or release_requested_by is not null),
    check ((state = 'RELEASED') = (released_by is not null))
);
create index hold_state on ledger.hold (organization_id, state);
call kernel.isolate('ledger.hold');
grant select, insert on ledger.hold to "${application}";
grant update (state, confirmed_by, confirmed_at, release_reason, release_requested_by, release_requested_at, released_by,
    released_at, review_at, told_of) on ledger.hold to "${application}";

-- Orders to erase, of which those that wait for a hold's end are WAITING.
create table ledger.erasure (
    organization_id uuid not null references kernel.organization,
    id              uuid not null,
    subject         uuid not null,
    subject_type    text not null,
    reason          text not null check (length(reason) between 10 and 2000),
    state           text not null check (state in ('WAITING', 'DONE', 'WITHDRAWN')),
    ordered_by      uuid not null,
    -- As the book is to call them; forgotten once the order is carried out.
    ordered_by_name text,
    ordered_at      timestamptz not null,
    closed_at       timestamptz,
    primary key (organization_id, id),
    check ((state = 'WAITING') = (closed_at is null))
);
create unique index erasure_waiting on ledger.erasure (organization_id, subject) where state = 'WAITING';
call kernel.isolate('ledger.erasure');
grant select, insert on ledger.erasure to "${application}";
grant update (state, ordered_by_name, closed_at) on ledger.erasure to "${application}";

-- One after the other in each organization: whoever erases or drops, and whoever begins or ends a hold.
create function ledger.lock_forgetting() returns void
    language sql volatile set search_path = pg_catalog, pg_temp as $$
    select pg_advisory_xact_lock(hashtextextended('ledger.forgetting ' || kernel.current_organization(), 0))
$$;

-- The holds in force that keep any of the subject's values.
create function ledger.holds_on(wanted uuid) returns setof ledger.hold
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select h.* from ledger.hold h
    where h.organization_id = (select kernel.current_organization())
      and h.state in ('IN_FORCE', 'RELEASE_REQUESTED')
      and (h.subjects = '{}' or wanted = any (h.subjects))
      and exists (select from ledger.payload p
                  join ledger.entry e on e.organization_id = p.organization_id and e.id = p.entry_id
                  where p.organization_id = h.organization_id and p.subject = wanted
                    and (h.from_at is null or e.recorded_at >= h.from_at)
                    and (h.to_at is null or e.recorded_at < h.to_at))
$$;

-- Waits for whoever writes values of the subject now. An order to erase is written after that, so that in every order of
-- entries it comes after all that it erases.
create function ledger.lock_subject(wanted uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform vault.lock_erasable_key('subject ' || wanted);
end $$;
revoke execute on function ledger.lock_subject from public;
grant execute on function ledger.lock_subject to "${application}";

-- Erases what is the subject's, by an order that the same transaction wrote into the book, and nothing under a hold. The
-- application's role can erase by this function only.
create function ledger.erase(wanted uuid) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    organization uuid := kernel.current_organization();
    erased bigint;
begin
    perform ledger.lock_forgetting();
    if not exists (select from ledger.entry
                   where organization_id = organization and action = 'ledger.erase' and object_id = wanted::text
                     and xmin = pg_current_xact_id()::xid) then
        raise insufficient_privilege using message = 'the book has no order of this transaction to erase it';
    end if;
    if exists (select from ledger.holds_on(wanted)) then
        raise insufficient_privilege using message = 'a hold keeps values of this subject';
    end if;
    perform vault.destroy_erasable_key('subject ' || wanted);
    delete from ledger.payload where organization_id = organization and subject = wanted;
    get diagnostics erased = row_count;
    return erased;
end $$;
revoke execute on function ledger.erase from public;
grant execute on function ledger.erase to "${application}";
