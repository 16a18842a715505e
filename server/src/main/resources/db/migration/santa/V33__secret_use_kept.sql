-- As before, and remembers that the secret is in use; this is asked once for many syncs, since the answer is remembered.
create or replace function santa.sync_enrolment(the_organization uuid, hash bytea, moment timestamptz)
    returns table (enrolment_id uuid)
    language plpgsql as $$
declare
    found_secret uuid;
    found_enrolment uuid;
    last_use timestamptz;
begin
    perform set_config('app.organization', the_organization::text, true);
    select secret.id, enrolment.id, secret.last_used_at into found_secret, found_enrolment, last_use
        from santa.enrolment_secret secret
        join santa.enrolment on enrolment.organization_id = secret.organization_id and enrolment.id = secret.enrolment_id
        where secret.organization_id = the_organization and secret.secret_hash = hash
          and (secret.retires_at is null or secret.retires_at > moment)
          and enrolment.revoked_at is null;
    if found_secret is null then
        return;
    end if;
    if last_use is null or last_use < moment - interval '1 minute' then
        update santa.enrolment_secret secret set last_used_at = moment
            where secret.organization_id = the_organization and secret.id = found_secret;
    end if;
    enrolment_id := found_enrolment;
    return next;
end $$;
