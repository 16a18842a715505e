-- The sync's hot path: one round trip for each read and one for each group of writes. The functions name the
-- organization themselves and run with the caller's rights, so that row-level security stays in force.

create view santa.sync_device with (security_invoker = true) as
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
       sync.last_preflight_at, sync.last_sync_at, sync.next_expected_at, sync.interval_seconds, sync.clean_requested
from santa.device
join santa.policy on policy.organization_id = device.organization_id and policy.id = device.policy_id
join santa.device_sync sync on sync.organization_id = device.organization_id and sync.device_id = device.id
where device.retired_at is null;
grant select on santa.sync_device to "${application}";

create function santa.sync_read(the_organization uuid, the_machine text) returns setof santa.sync_device
    language plpgsql as $$
begin
    perform set_config('app.organization', the_organization::text, true);
    return query select * from santa.sync_device device
        where device.organization_id = the_organization and device.machine_id = the_machine;
end $$;

-- The enrolment that a secret belongs to; nothing when there is none in force.
create function santa.sync_enrolment(the_organization uuid, hash bytea, moment timestamptz)
    returns table (enrolment_id uuid)
    language plpgsql as $$
begin
    perform set_config('app.organization', the_organization::text, true);
    return query select enrolment.id
        from santa.enrolment_secret secret
        join santa.enrolment on enrolment.organization_id = secret.organization_id and enrolment.id = secret.enrolment_id
        where secret.organization_id = the_organization and secret.secret_hash = hash
          and (secret.retires_at is null or secret.retires_at > moment)
          and enrolment.revoked_at is null;
end $$;

-- A policy's head and its entries beyond a sequence, as of one moment; one row without an entry when there are none.
create function santa.sync_entries(the_organization uuid, the_policy uuid, beyond bigint, the_device uuid)
    returns table (head bigint, own_head bigint, own boolean, rule_type smallint, identifier text, sequence bigint,
                   removed boolean, policy_number smallint, cel_expression text, custom_message text, custom_url text,
                   button_label text, notification_app_name text)
    language plpgsql as $$
begin
    perform set_config('app.organization', the_organization::text, true);
    return query
        select layers.head_sequence, layers.own_head_sequence, entry.layer_id = the_device, entry.rule_type,
               entry.identifier, entry.sequence, entry.removed, entry.policy, entry.cel_expression,
               entry.custom_message, entry.custom_url, entry.button_label, entry.notification_app_name
        from (select base.head_sequence, coalesce(owner.own_head_sequence, 0) as own_head_sequence
              from santa.policy base
              left join santa.device owner on owner.organization_id = base.organization_id and owner.id = the_device
              where base.organization_id = the_organization and base.id = the_policy) as layers
        left join santa.policy_entry entry on entry.organization_id = the_organization
            and (entry.layer_id = the_policy and entry.sequence > beyond or entry.layer_id = the_device)
        order by entry.sequence;
end $$;

-- Applies what syncs changed, in the order given. Each write is an object with any of these parts:
-- seen (end of a sync), state (the session's book-keeping), inventory (what the Mac says of itself), history.
create function santa.sync_write(organizations uuid[], devices uuid[], writes jsonb[]) returns void
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
            insert into santa.sync_session
            select organization, device, past.*
            from jsonb_to_record(writes[i] -> 'history') as past (
                id uuid, started_at timestamptz, finished_at timestamptz, sync_type text, outcome text,
                requested_clean boolean, rules_sent integer, rules_received bigint, rules_processed bigint,
                events_uploaded bigint, bytes_in bigint, bytes_out bigint, encoding text, rules_hash_before text,
                rules_hash_after text, explanation text)
            on conflict do nothing;
        end if;
    end loop;
end $$;

create function santa.sync_write_state(the_organization uuid, the_device uuid, part jsonb) returns void
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
        cleaned text[])
    where organization_id = the_organization and device_id = the_device
$$;

create function santa.sync_write_inventory(the_organization uuid, the_device uuid, part jsonb) returns void
    language sql as $$
    update santa.device set
        serial_number = said.serial_number,
        hostname = said.hostname,
        os_version = said.os_version,
        os_build = said.os_build,
        model_identifier = said.model_identifier,
        santa_version = said.santa_version,
        primary_user = said.primary_user,
        primary_user_groups = said.primary_user_groups,
        push_token = said.push_token,
        sip_status = said.sip_status,
        client_mode = said.client_mode,
        inventory_hash = decode(said.inventory_hash, 'hex')
    from jsonb_to_record(part) as said (
        serial_number text, hostname text, os_version text, os_build text, model_identifier text, santa_version text,
        primary_user text, primary_user_groups text[], push_token text, sip_status bigint, client_mode text,
        inventory_hash text)
    where organization_id = the_organization and id = the_device
$$;

-- Finds machines that were retired, too: they are refused, not enrolled again.
create index device_machine on santa.device (organization_id, machine_id);
