-- What the intake calls, once for each organization of a group of uploads. Each names its organization for the open
-- transaction, so that row-level security stays in force though one transaction serves many organizations.

-- Makes or completes software rows and tells their ids. Facts once known stay; what was empty is filled in.
create function santa.learn_software(organization uuid, files text[], told jsonb)
    returns table (sha256 text, id bigint, facts bigint, blocked boolean)
    language plpgsql as $$
#variable_conflict use_column
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.software as known (
        organization_id, sha256, facts, file_name, signing_id, team_id, cdhash, certificate_sha256, signer,
        signer_organization, signing_status, signing_chain, entitlements, entitlements_filtered, cs_flags, signing_time,
        secure_signing_time, bundle_id, bundle_name, bundle_path, bundle_version, bundle_version_string, first_seen_at)
    select organization, t.sha256, t.facts, coalesce(f."fileName", ''), coalesce(f."signingId", ''),
        coalesce(f."teamId", ''), coalesce(f.cdhash, ''), coalesce(t."certificateSha256", ''), coalesce(t.signer, ''),
        coalesce(t."signerOrganization", ''), coalesce(f."signingStatus", ''), coalesce(f."signingChain", '[]'),
        coalesce(f.entitlements, '[]'), coalesce(f."entitlementsFiltered", false), coalesce(f."csFlags", 0),
        to_timestamp(f."signingTime"), to_timestamp(f."secureSigningTime"), coalesce(f."bundleId", ''),
        coalesce(f."bundleName", ''), coalesce(f."bundlePath", ''), coalesce(f."bundleVersion", ''),
        coalesce(f."bundleVersionString", ''), timestamptz 'epoch' + t."seenAt" * interval '1 microsecond'
    from jsonb_to_recordset(told) as t (
            sha256 text, facts bigint, "seenAt" bigint, "certificateSha256" text, signer text, "signerOrganization" text,
            told jsonb),
        jsonb_to_record(t.told) as f (
            "fileName" text, "signingId" text, "teamId" text, cdhash text, "signingStatus" text, "signingChain" jsonb,
            entitlements jsonb, "entitlementsFiltered" boolean, "csFlags" bigint, "signingTime" bigint,
            "secureSigningTime" bigint, "bundleId" text, "bundleName" text, "bundlePath" text, "bundleVersion" text,
            "bundleVersionString" text)
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
            and s.sha256 = any (files);
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

-- Remembers bundles that events name, and which files they say belong to them.
create function santa.claim_bundles(
        organization uuid, received bigint, hashes text[], ids text[], names text[], versions text[],
        version_strings text[], paths text[], executable_paths text[], counts bigint[], millis bigint[], files text[],
        file_bundles text[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.bundle as known (
        organization_id, bundle_hash, bundle_id, name, version, version_string, path, executable_path, binary_count,
        hash_millis, state, first_seen_at)
    select organization, b.hash, b.id, b.name, b.version, b.version_string, b.path, b.executable_path, b.count, b.millis,
        'WANTED', timestamptz 'epoch' + received * interval '1 microsecond'
    from unnest(hashes, ids, names, versions, version_strings, paths, executable_paths, counts, millis)
        as b (hash, id, name, version, version_string, path, executable_path, count, millis)
    order by b.hash
    on conflict (organization_id, bundle_hash) do update
        set binary_count = excluded.binary_count, hash_millis = excluded.hash_millis
        where known.binary_count = 0 and excluded.binary_count > 0;
    update santa.software s
    set bundle_hash = f.hash
    from unnest(files, file_bundles) as f (sha256, hash)
    where s.organization_id = organization and s.sha256 = f.sha256 and s.bundle_hash = '';
end $$;

-- Adds members to bundles that are not yet proven whole. Nobody's list grows beyond 20,000.
create function santa.store_bundle_members(
        organization uuid, hashes text[], devices uuid[], members text[], names text[], paths text[], signing_ids text[],
        team_ids text[])
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    insert into santa.bundle_member (
        organization_id, bundle_hash, device_id, sha256, file_name, file_path, signing_id, team_id)
    select organization, m.hash, m.device, m.sha256, m.name, m.path, m.signing_id, m.team_id
    from unnest(hashes, devices, members, names, paths, signing_ids, team_ids)
        as m (hash, device, sha256, name, path, signing_id, team_id)
    where exists (
            select from santa.bundle b
            where b.organization_id = organization and b.bundle_hash = m.hash and b.state <> 'COMPLETE')
        and (
            select count(*) from santa.bundle_member t
            where t.organization_id = organization and t.bundle_hash = m.hash and t.device_id = m.device) < 20000
    order by m.hash, m.device, m.sha256
    on conflict do nothing;
end $$;

-- What a device's list of members proves of a bundle. A proven bundle stays so; only the list that proved it is kept.
create function santa.judge_bundle(organization uuid, hash text, device uuid, members integer, proven boolean)
    returns void language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    if proven then
        update santa.bundle b set state = 'COMPLETE', proven_by = device
        where b.organization_id = organization and b.bundle_hash = hash and b.state <> 'COMPLETE';
        delete from santa.bundle_member m using santa.bundle b
        where b.organization_id = organization and b.bundle_hash = hash
            and m.organization_id = organization and m.bundle_hash = hash and m.device_id <> b.proven_by;
        update santa.software s set bundle_hash = hash
        from santa.bundle_member m
        where m.organization_id = organization and m.bundle_hash = hash
            and s.organization_id = organization and s.sha256 = m.sha256 and s.bundle_hash <> hash;
    else
        update santa.bundle b set state = 'MISMATCH'
        where b.organization_id = organization and b.bundle_hash = hash and b.state = 'WANTED'
            and b.binary_count > 0 and members >= b.binary_count;
    end if;
end $$;

-- Which of these bundles these devices shall still send the members of: not those that told as many as there are.
create function santa.wanted_bundles(organization uuid, hashes text[], devices uuid[])
    returns table (hash text, device uuid)
    language plpgsql as $$
begin
    perform set_config('app.organization', organization::text, true);
    return query
        select distinct t.hash, t.device
        from unnest(hashes, devices) as t (hash, device)
        join santa.bundle b on b.organization_id = organization and b.bundle_hash = t.hash
        where b.state <> 'COMPLETE'
            and (
                select count(*) from santa.bundle_member m
                where m.organization_id = organization and m.bundle_hash = t.hash and m.device_id = t.device)
                < greatest(b.binary_count, 1);
end $$;
