-- What the intake calls, once for each organization of a group of uploads. Each names its organization for the open
-- transaction, so that row-level security stays in force though one transaction serves many organizations.

-- Makes or completes software rows and tells their ids. Facts once known stay; what was empty is filled in.
create function santa.learn_software(organization uuid, told jsonb)
    returns table (sha256 text, id bigint, facts bigint, blocked boolean)
    language plpgsql as $$
#variable_conflict use_column
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.software as known (
        organization_id, sha256, facts, file_name, signing_id, team_id, cdhash, certificate_sha256, signer,
        signer_organization, signing_status, signing_chain, entitlements, entitlements_filtered, cs_flags, signing_time,
        secure_signing_time, bundle_id, bundle_name, bundle_path, bundle_version, bundle_version_string, first_seen_at)
    select organization, t.sha256, t.facts, t."fileName", t."signingId", t."teamId", t.cdhash, t."certificateSha256",
        t.signer, t."signerOrganization", t."signingStatus", t."signingChain", t.entitlements,
        t."entitlementsFiltered", t."csFlags",
        case when t."signingTime" > 0 then to_timestamp(t."signingTime") end,
        case when t."secureSigningTime" > 0 then to_timestamp(t."secureSigningTime") end,
        t."bundleId", t."bundleName", t."bundlePath", t."bundleVersion", t."bundleVersionString",
        timestamptz 'epoch' + t."seenAt" * interval '1 microsecond'
    from jsonb_to_recordset(told) as t (
        sha256 text, facts bigint, "fileName" text, "signingId" text, "teamId" text, cdhash text,
        "certificateSha256" text, signer text, "signerOrganization" text, "signingStatus" text, "signingChain" jsonb,
        entitlements jsonb, "entitlementsFiltered" boolean, "csFlags" bigint, "signingTime" bigint,
        "secureSigningTime" bigint, "bundleId" text, "bundleName" text, "bundlePath" text, "bundleVersion" text,
        "bundleVersionString" text, "seenAt" bigint)
    order by t.sha256
    on conflict (organization_id, sha256) do update set
        file_name = case when known.file_name = '' then excluded.file_name else known.file_name end,
        signing_id = case when known.signing_id = '' then excluded.signing_id else known.signing_id end,
        team_id = case when known.team_id = '' then excluded.team_id else known.team_id end,
        cdhash = case when known.cdhash = '' then excluded.cdhash else known.cdhash end,
        certificate_sha256 =
            case when known.certificate_sha256 = '' then excluded.certificate_sha256 else known.certificate_sha256 end,
        signer = case when known.certificate_sha256 = '' then excluded.signer else known.signer end,
        signer_organization = case when known.certificate_sha256 = ''
            then excluded.signer_organization else known.signer_organization end,
        signing_status = case when known.signing_status = '' then excluded.signing_status else known.signing_status end,
        signing_chain = case when known.signing_chain = '[]' then excluded.signing_chain else known.signing_chain end,
        entitlements = case when known.entitlements = '[]' then excluded.entitlements else known.entitlements end,
        entitlements_filtered = case when known.entitlements = '[]'
            then excluded.entitlements_filtered else known.entitlements_filtered end,
        cs_flags = case when known.cs_flags = 0 then excluded.cs_flags else known.cs_flags end,
        signing_time = coalesce(known.signing_time, excluded.signing_time),
        secure_signing_time = coalesce(known.secure_signing_time, excluded.secure_signing_time),
        bundle_id = case when known.bundle_id = '' then excluded.bundle_id else known.bundle_id end,
        bundle_name = case when known.bundle_name = '' then excluded.bundle_name else known.bundle_name end,
        bundle_path = case when known.bundle_path = '' then excluded.bundle_path else known.bundle_path end,
        bundle_version = case when known.bundle_version = '' then excluded.bundle_version else known.bundle_version end,
        bundle_version_string = case when known.bundle_version_string = ''
            then excluded.bundle_version_string else known.bundle_version_string end
    where known.facts <> excluded.facts;
    return query
        select s.sha256, s.id, s.facts, s.first_blocked_at is not null
        from santa.software s
        where s.organization_id = organization
            and s.sha256 in (select t.sha256 from jsonb_to_recordset(told) as t (sha256 text));
end $$;

-- Remembers which devices showed which software, who ran something where, and what was blocked for the first time.
create function santa.learn_sightings(
        organization uuid, software bigint[], devices uuid[], seen bigint[], blocked bigint[], blocked_at bigint[],
        names text[], name_devices uuid[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.software_device (organization_id, software_id, device_id, first_seen_at)
    select organization, s.software, s.device, timestamptz 'epoch' + s.seen * interval '1 microsecond'
    from unnest(software, devices, seen) as s (software, device, seen)
    order by s.software, s.device
    on conflict do nothing;
    update santa.software s
    set first_blocked_at = timestamptz 'epoch' + b.at * interval '1 microsecond'
    from unnest(blocked, blocked_at) as b (id, at)
    where s.organization_id = organization and s.id = b.id and s.first_blocked_at is null;
    insert into santa.device_user (organization_id, name, device_id)
    select organization, u.name, u.device
    from unnest(names, name_devices) as u (name, device)
    order by u.name, u.device
    on conflict do nothing;
end $$;

-- Stores executions and counts those that are new.
create function santa.store_events(
        organization uuid, received bigint, occurred bigint[], ids uuid[], devices uuid[], software bigint[],
        decisions smallint[], decision_texts text[], static_rules boolean[], pids integer[], ppids integer[],
        paths text[], users text[], parents text[], details text[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    with stored as (
        insert into santa.event (
            organization_id, occurred_at, received_at, software_id, id, device_id, pid, ppid, decision, static_rule,
            decision_text, file_path, executing_user, parent_name, details)
        select organization, timestamptz 'epoch' + e.occurred * interval '1 microsecond',
            timestamptz 'epoch' + received * interval '1 microsecond', e.software, e.id, e.device, e.pid, e.ppid,
            e.decision, e.static_rule, e.decision_text, e.path, e.executing_user, e.parent, e.details::jsonb
        from unnest(occurred, ids, devices, software, decisions, decision_texts, static_rules, pids, ppids, paths, users,
                parents, details)
            as e (occurred, id, device, software, decision, decision_text, static_rule, pid, ppid, path, executing_user,
                parent, details)
        on conflict do nothing
        returning occurred_at, decision
    )
    insert into santa.event_hour as counted (organization_id, hour, decision, events)
    select organization, date_trunc('hour', s.occurred_at, 'UTC'), s.decision, count(*)
    from stored s
    group by 2, 3
    order by 2, 3
    on conflict (organization_id, hour, decision) do update set events = counted.events + excluded.events;
end $$;

create function santa.store_file_access_events(
        organization uuid, received bigint, occurred bigint[], ids uuid[], devices uuid[], decisions smallint[],
        decision_texts text[], rule_names text[], rule_versions text[], targets text[], chains text[], claimed text[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.file_access_event (
        organization_id, occurred_at, received_at, id, device_id, decision, decision_text, rule_name, rule_version, target,
        target_key, process_chain, claimed_time)
    select organization, timestamptz 'epoch' + e.occurred * interval '1 microsecond',
        timestamptz 'epoch' + received * interval '1 microsecond', e.id, e.device, e.decision, e.decision_text,
        e.rule_name, e.rule_version, e.target, sha256(convert_to(e.target, 'UTF8')), e.chain::jsonb, e.claimed
    from unnest(occurred, ids, devices, decisions, decision_texts, rule_names, rule_versions, targets, chains, claimed)
        as e (occurred, id, device, decision, decision_text, rule_name, rule_version, target, chain, claimed)
    on conflict do nothing;
end $$;

create function santa.store_audit_events(
        organization uuid, received bigint, occurred bigint[], ids uuid[], devices uuid[], decisions smallint[],
        decision_texts text[], kinds text[], identifiers text[], claimed text[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.audit_event (
        organization_id, occurred_at, received_at, id, device_id, decision, decision_text, kind, identifier, claimed_time)
    select organization, timestamptz 'epoch' + e.occurred * interval '1 microsecond',
        timestamptz 'epoch' + received * interval '1 microsecond', e.id, e.device, e.decision, e.decision_text, e.kind,
        e.identifier, e.claimed
    from unnest(occurred, ids, devices, decisions, decision_texts, kinds, identifiers, claimed)
        as e (occurred, id, device, decision, decision_text, kind, identifier, claimed)
    on conflict do nothing;
end $$;
