-- What a list of members shows of each person stands beside the membership: one index of the organization gives any order.
alter table identity.membership
    add column display_name    text,
    add column email           text,
    add column last_sign_in_at timestamptz,
    add column search_text     text generated always as (lower(display_name) || ' ' || email) stored;

select set_config('app.installation', 'on', true);
update identity.membership m
set display_name = p.display_name, email = p.email, last_sign_in_at = p.last_sign_in_at
from identity.person p where p.id = m.person_id;
select set_config('app.installation', '', true);

alter table identity.membership
    alter column display_name set not null,
    alter column email set not null;

create function identity.show_person_in_membership() returns trigger
    language plpgsql as $$
begin
    select p.display_name, p.email, p.last_sign_in_at
    into strict new.display_name, new.email, new.last_sign_in_at
    from identity.person p where p.id = new.person_id;
    return new;
end $$;
create trigger show_person before insert on identity.membership
    for each row execute function identity.show_person_in_membership();

create function identity.show_person_in_memberships() returns trigger
    language plpgsql as $$
begin
    update identity.membership
    set display_name = new.display_name, email = new.email, last_sign_in_at = new.last_sign_in_at
    where person_id = new.id;
    return null;
end $$;
create trigger show_person after update on identity.person
    for each row execute function identity.show_person_in_memberships();

create index membership_display_name on identity.membership (organization_id, display_name, person_id);
create index membership_email on identity.membership (organization_id, email, person_id);
create index membership_last_sign_in
    on identity.membership (organization_id, coalesce(last_sign_in_at, 'epoch'), person_id);
