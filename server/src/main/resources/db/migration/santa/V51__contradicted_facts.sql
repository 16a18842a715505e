-- A Mac may lie about a file. What it tells must not change what another one told, and must be seen where people decide:
-- an event that carries no facts of its own told the first ones, also after others completed the row.
alter table santa.software
    add first_facts jsonb,
    add signers_differ boolean not null default false;

-- What the row tells of its file, under the names that events use.
create function santa.facts_of(known santa.software) returns jsonb language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'fileName', known.file_name, 'signingId', nullif(known.signing_id, ''), 'teamId', nullif(known.team_id, ''),
        'cdhash', nullif(known.cdhash, ''), 'signingStatus', nullif(known.signing_status, ''),
        'signingChain', known.signing_chain, 'csFlags', nullif(known.cs_flags, 0),
        'signingTime', extract(epoch from known.signing_time)::bigint,
        'secureSigningTime', extract(epoch from known.secure_signing_time)::bigint,
        'entitlements', known.entitlements, 'entitlementsFiltered', known.entitlements_filtered,
        'bundleId', nullif(known.bundle_id, ''), 'bundleName', nullif(known.bundle_name, ''),
        'bundlePath', nullif(known.bundle_path, ''), 'bundleVersion', nullif(known.bundle_version, ''),
        'bundleVersionString', nullif(known.bundle_version_string, '')))
$$;

-- Makes or completes software rows and tells their ids. Facts once known stay; what was empty is filled in, what was told
-- first is then kept beside it, and who contradicts what is known of the signer is remembered.
create or replace function santa.learn_software(organization uuid, files text[], told jsonb)
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
        first_facts = coalesce(known.first_facts, santa.facts_of(known)),
        signers_differ = known.signers_differ
            or (known.signing_id <> '' and excluded.signing_id <> '' and known.signing_id <> excluded.signing_id)
            or (known.team_id <> '' and excluded.team_id <> '' and known.team_id <> excluded.team_id)
            or (known.certificate_sha256 <> '' and excluded.certificate_sha256 <> ''
                and known.certificate_sha256 <> excluded.certificate_sha256)
            or (known.signing_status <> '' and excluded.signing_status <> ''
                and known.signing_status <> excluded.signing_status),
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
