-- Who claimed a domain, for the operator who is to confirm it; unknown of claims before this and of those by programs.
alter table identity.domain add column claimed_by uuid references identity.person;
