-- The session whose rules the Mac showed to have got, where the figures that it reports could be another sync's. An id and
-- no flag, so that the next session need not clear it.
alter table santa.device_sync add column received_session_id uuid;

create or replace view santa.sync_device with (security_invoker = true) as
select device.organization_id, device.id, device.machine_id, device.enrolment_id, device.certificate_hash,
       device.credential_released and device.credential_released_until > now() as credential_released, device.policy_id,
       policy.tag_ids, device.has_own_layer,
       greatest(policy.head_sequence, device.own_head_sequence) as head_sequence,
       device.santa_version, device.client_mode, device.inventory_hash, device.pending_requests,
       sync.acked_policy_id, sync.acked_sequence, sync.acked_capabilities, sync.acked_hash,
       sync.session_id, sync.session_started_at, sync.session_type, sync.session_kind, sync.session_to,
       sync.session_policy_id, sync.session_capabilities, sync.session_hash, sync.session_rules,
       sync.session_requested_clean, sync.session_finished_at, sync.session_hash_before, sync.session_encoding,
       sync.rules_hash, sync.hash_state, sync.binary_rules, sync.certificate_rules, sync.compiler_rules,
       sync.transitive_rules, sync.teamid_rules, sync.signingid_rules, sync.cdhash_rules,
       sync.last_preflight_at, sync.last_sync_at, sync.next_expected_at, sync.interval_seconds, sync.clean_requested,
       device.carried_tag_ids, sync.session_pushed, sync.received_session_id
from santa.device
join santa.policy on policy.organization_id = device.organization_id and policy.id = device.policy_id
join santa.device_sync sync on sync.organization_id = device.organization_id and sync.device_id = device.id
where device.retired_at is null;

-- As before, with the part received (a session's id).
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
        if writes[i] ? 'received' then
            update santa.device_sync set received_session_id = (writes[i] ->> 'received')::uuid
            where organization_id = organization and device_id = device;
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
