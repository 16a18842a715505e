-- The orders in which rules are listed.
create index rule_by_identifier on santa.rule (organization_id, identifier, id);
create index rule_by_expiry on santa.rule (organization_id, expires_at, id) where expires_at is not null;
