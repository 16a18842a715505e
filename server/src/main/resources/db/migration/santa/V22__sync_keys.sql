-- Every key that any layer has or had a rule for: what a Mac may hold that once belonged to another policy.
create function santa.sync_keys(the_organization uuid) returns table (rule_type smallint, identifier text)
    language plpgsql as $$
begin
    perform set_config('app.organization', the_organization::text, true);
    return query select distinct entry.rule_type, entry.identifier from santa.policy_entry entry
        where entry.organization_id = the_organization;
end $$;
