-- A release that nobody uses must not stay open for whoever comes with that machine id one day.
alter table santa.device add credential_released_until timestamptz;

create or replace view santa.sync_device with (security_invoker = true) as
select device.organization_id, device.id, device.machine_id, device.enrolment_id, device.certificate_hash,
       device.credential_released and device.credential_released_until > now() as credential_released, device.policy_id, policy.tag_ids, device.has_own_layer,
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
