-- Which provider vouched for who let a program act. Of earlier ones it is known where the person came by one only; the others
-- end, and the person connects the program again.
select set_config('app.installation', 'on', true);
alter table identity.connection add column provider_id uuid;
update identity.connection c
set provider_id = (select e.provider_id from identity.external_identity e
                   where e.organization_id = c.organization_id and e.person_id = c.person_id)
where through_provider
  and (select count(*) from identity.external_identity e
       where e.organization_id = c.organization_id and e.person_id = c.person_id) = 1;
delete from identity.connection where through_provider and provider_id is null;
alter table identity.connection drop column through_provider;
alter table identity.connection
    add foreign key (organization_id, provider_id) references identity.identity_provider on delete cascade;
select set_config('app.installation', '', true);
create index connection_provider on identity.connection (organization_id, provider_id);
