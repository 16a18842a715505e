-- Whose values these are, and how long entries are kept: by class. Entries of before get the same as entries of today.
alter table ledger.entry add column retention_class text;
alter table ledger.payload add column subject uuid;

-- Row-level security binds the owner too, but for these statements.
alter table ledger.entry no force row level security;
alter table ledger.payload no force row level security;

update ledger.entry set retention_class = case
    when action in ('person.sign-in', 'person.sign-out', 'person.slow-sign-in', 'person.fall-back', 'person.end-sessions',
                    'person.confirm-action') then 'ACCESS'
    when split_part(action, '.', 1) in ('engagement', 'connection') then 'ACCESS'
    when split_part(action, '.', 1) in ('request', 'ownership-claim') then 'DECISION'
    when split_part(action, '.', 1) in ('person', 'invitation', 'team', 'role', 'provisioned-group') then 'PEOPLE'
    when split_part(action, '.', 1) in ('rule', 'tag', 'device', 'enrolment', 'configuration', 'organization', 'customer',
                    'domain', 'identity-provider', 'provisioning', 'service-account', 'key') then 'CONFIGURATION'
    else 'BOOK' end;

update ledger.payload p set subject = coalesce(
    case when p.path <> '/actor/name' and e.object_type = 'person'
              and e.object_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
         then e.object_id::uuid else e.actor_id end,
    e.organization_id)
from ledger.entry e where e.organization_id = p.organization_id and e.id = p.entry_id;

alter table ledger.entry force row level security;
alter table ledger.payload force row level security;
alter table ledger.entry alter column retention_class set not null;
alter table ledger.payload alter column subject set not null;
create index payload_subject on ledger.payload (organization_id, subject);
