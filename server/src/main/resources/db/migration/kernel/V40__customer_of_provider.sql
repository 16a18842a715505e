-- Lets a row name a customer together with its provider, and be refused when they do not belong together.
alter table kernel.organization add constraint organization_customer_of_provider unique (id, parent_id);

-- A provider's customers in the order of a list.
drop index kernel.organization_parent;
create index organization_parent on kernel.organization (parent_id, name, id);
