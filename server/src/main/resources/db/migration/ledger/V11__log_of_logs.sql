-- The log of logs is kept as a tree among the others, under the id 00000000-0000-0000-0000-000000000000, which no
-- organization has.
alter table ledger.tree drop constraint tree_organization_id_fkey;

-- Organizations with a checkpoint that the log of logs does not have yet. No foreign key: the sequencer must not wait for
-- whoever locks an organization's row.
create table ledger.unlogged (
    organization_id uuid primary key
);
select set_config('app.installation', 'on', true);
insert into ledger.unlogged (organization_id) select organization_id from ledger.tree;
call kernel.isolate_with_installation('ledger.unlogged');

-- The leaf of the log of logs that is an organization's checkpoint of that size.
create table ledger.logged_checkpoint (
    organization_id uuid not null,
    size            bigint not null,
    leaf_id         uuid not null,
    primary key (organization_id, size)
);
call kernel.isolate_with_installation('ledger.logged_checkpoint');

grant select, insert, delete on ledger.unlogged to "${application}";
grant select, insert on ledger.logged_checkpoint to "${application}";
