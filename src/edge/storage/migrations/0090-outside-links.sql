-- Links by which a partner or another office answers without signing in. Only the hash of the token is kept; a link
-- opens the one record that it was made for, until it was answered for good or its time is over.

create table outside_link (
  district_id text not null,
  token_hash bytea not null,
  street_id text not null,
  household_id uuid not null,
  record_id uuid not null,
  kind text not null,
  by uuid not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (district_id, token_hash)
);
create index outside_link_record on outside_link (district_id, record_id) where ended_at is null;
comment on column outside_link.district_id is 'id';
comment on column outside_link.token_hash is 'code: SHA-256 of the token in the link';
comment on column outside_link.street_id is 'id: street of the household when it was made';
comment on column outside_link.household_id is 'id';
comment on column outside_link.record_id is 'id: what the link opens';
comment on column outside_link.kind is 'code: kind of that record';
comment on column outside_link.by is 'id: staff who made it';
comment on column outside_link.at is 'time';
comment on column outside_link.expires_at is 'time';
comment on column outside_link.ended_at is 'time: answered for good, withdrawn, or replaced by a newer one';

grant select, insert, update on outside_link to hearth_desk;

-- Who holds the token sees its one row; the people of the street see theirs.
alter table outside_link enable row level security;
alter table outside_link force row level security;
create policy street on outside_link to hearth_desk
  using (district_id = (select current_setting('app.district', true))
     and (street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])
          or (select current_setting('app.role', true)) in ('district', 'admin')))
  with check (district_id = (select current_setting('app.district', true))
     and (street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])
          or (select current_setting('app.role', true)) in ('district', 'admin')));
create policy holder on outside_link for select to hearth_desk
  using (district_id = (select current_setting('app.district', true))
     and token_hash = decode((select nullif(current_setting('app.link', true), '')), 'hex'));
