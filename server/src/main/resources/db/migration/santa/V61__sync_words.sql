-- What a Mac says of its sync beside what the server meant: whether a push message made it, and what it made of the type.
alter table santa.device_sync add column session_pushed boolean not null default false;
alter table santa.sync_session
    add column client_sync_type text not null default '' check (length(client_sync_type) <= 64),
    add column pushed boolean not null default false;

create or replace view santa.sync_device with (security_invoker = true) as
select device.organization_id, device.id, device.machine_id, device.enrolment_id, device.certificate_hash,
       device.credential_released, device.policy_id, policy.tag_ids, device.has_own_layer,
       greatest(policy.head_sequence, device.own_head_sequence) as head_sequence,
       device.santa_version, device.client_mode, device.inventory_hash, device.pending_requests,
       sync.acked_policy_id, sync.acked_sequence, sync.acked_capabilities, sync.acked_hash,
       sync.session_id, sync.session_started_at, sync.session_type, sync.session_kind, sync.session_to,
       sync.session_policy_id, sync.session_capabilities, sync.session_hash, sync.session_rules,
       sync.session_requested_clean, sync.session_finished_at, sync.session_hash_before, sync.session_encoding,
       sync.rules_hash, sync.hash_state, sync.binary_rules, sync.certificate_rules, sync.compiler_rules,
       sync.transitive_rules, sync.teamid_rules, sync.signingid_rules, sync.cdhash_rules,
       sync.last_preflight_at, sync.last_sync_at, sync.next_expected_at, sync.interval_seconds, sync.clean_requested,
       device.carried_tag_ids, sync.session_pushed
from santa.device
join santa.policy on policy.organization_id = device.organization_id and policy.id = device.policy_id
join santa.device_sync sync on sync.organization_id = device.organization_id and sync.device_id = device.id
where device.retired_at is null;

-- As before, with these.
create or replace function santa.sync_write(organizations uuid[], devices uuid[], writes jsonb[]) returns void
    language plpgsql as $$
declare
    organization uuid;
    device uuid;
    part jsonb;
begin
    for i in 1 .. cardinality(organizations) loop
        device := devices[i];
        if organization is distinct from organizations[i] then
            organization := organizations[i];
            perform set_config('app.organization', organization::text, true);
        end if;
        if writes[i] ? 'seen' then
            part := writes[i] -> 'seen';
            update santa.device_sync set
                last_sync_at = greatest(last_sync_at, (part ->> 'at')::timestamptz),
                next_expected_at = (part ->> 'next')::timestamptz
            where organization_id = organization and device_id = device;
        end if;
        if writes[i] ? 'state' then
            perform santa.sync_write_state(organization, device, writes[i] -> 'state');
        end if;
        if writes[i] ? 'inventory' then
            perform santa.sync_write_inventory(organization, device, writes[i] -> 'inventory');
        end if;
        if writes[i] ? 'history' then
            insert into santa.sync_session (organization_id, device_id, id, started_at, finished_at, sync_type, outcome,
                requested_clean, rules_sent, rules_received, rules_processed, events_uploaded, bytes_in, bytes_out,
                encoding, rules_hash_before, rules_hash_after, explanation, client_sync_type, pushed)
            select organization, device, past.*, coalesce(writes[i] -> 'history' ->> 'client_sync_type', ''),
                coalesce((writes[i] -> 'history' ->> 'pushed')::boolean, false)
            from jsonb_to_record(writes[i] -> 'history') as past (
                id uuid, started_at timestamptz, finished_at timestamptz, sync_type text, outcome text,
                requested_clean boolean, rules_sent integer, rules_received bigint, rules_processed bigint,
                events_uploaded bigint, bytes_in bigint, bytes_out bigint, encoding text, rules_hash_before text,
                rules_hash_after text, explanation text)
            on conflict do nothing;
        end if;
    end loop;
end $$;

create or replace function santa.sync_write_state(the_organization uuid, the_device uuid, part jsonb) returns void
    language sql as $$
    update santa.device_sync set
        acked_policy_id = now_known.acked_policy_id,
        acked_sequence = now_known.acked_sequence,
        acked_capabilities = now_known.acked_capabilities,
        acked_hash = now_known.acked_hash,
        session_id = now_known.session_id,
        session_started_at = now_known.session_started_at,
        session_type = now_known.session_type,
        session_kind = now_known.session_kind,
        session_to = now_known.session_to,
        session_policy_id = now_known.session_policy_id,
        session_capabilities = now_known.session_capabilities,
        session_hash = coalesce(now_known.session_hash, ''),
        session_rules = now_known.session_rules,
        session_requested_clean = now_known.session_requested_clean,
        session_pushed = coalesce(now_known.session_pushed, false),
        session_finished_at = now_known.session_finished_at,
        session_hash_before = coalesce(now_known.session_hash_before, ''),
        session_encoding = coalesce(now_known.session_encoding, ''),
        rules_hash = now_known.rules_hash,
        hash_state = now_known.hash_state,
        binary_rules = now_known.binary_rules,
        certificate_rules = now_known.certificate_rules,
        compiler_rules = now_known.compiler_rules,
        transitive_rules = now_known.transitive_rules,
        teamid_rules = now_known.teamid_rules,
        signingid_rules = now_known.signingid_rules,
        cdhash_rules = now_known.cdhash_rules,
        last_preflight_at = now_known.last_preflight_at,
        next_expected_at = now_known.next_expected_at,
        interval_seconds = now_known.interval_seconds,
        -- An admin may have asked meanwhile: only what this sync fulfilled is cleared.
        clean_requested = case when clean_requested = any(now_known.cleaned) then null else clean_requested end
    from jsonb_to_record(part) as now_known (
        acked_policy_id uuid, acked_sequence bigint, acked_capabilities integer, acked_hash text, session_id uuid,
        session_started_at timestamptz, session_type text, session_kind text, session_to bigint,
        session_policy_id uuid, session_capabilities integer, session_hash text, session_rules integer,
        session_requested_clean boolean, session_finished_at timestamptz, session_hash_before text,
        session_encoding text, rules_hash text, hash_state text, binary_rules bigint, certificate_rules bigint,
        compiler_rules bigint, transitive_rules bigint, teamid_rules bigint, signingid_rules bigint,
        cdhash_rules bigint, last_preflight_at timestamptz, next_expected_at timestamptz, interval_seconds integer,
        session_pushed boolean, cleaned text[])
    where organization_id = the_organization and device_id = the_device
$$;
