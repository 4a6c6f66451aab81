-- Register of advisers (备案): who of the people who work here is registered as an adviser with the civil
-- affairs office, and since when. A row only where somebody has said so or taken it back.

create table adviser_registration (
  district_id text not null,
  staff_id uuid not null,
  registered_on date,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, staff_id)
);
comment on column adviser_registration.district_id is 'id';
comment on column adviser_registration.staff_id is 'id: the adviser';
comment on column adviser_registration.registered_on is 'time: day of the registration; null = taken back';
comment on column adviser_registration.changed_by is 'id: staff';
comment on column adviser_registration.changed_at is 'time';
comment on column adviser_registration.version is 'count: of changes; who changes it names the version that was read';

-- Service records of one adviser are counted over a year.
create index file_record_by on file_record (district_id, kind, day, by) where kind = 'service';

grant select, insert, update on adviser_registration to hearth_desk;

alter table adviser_registration enable row level security;
alter table adviser_registration force row level security;
create policy colleagues on adviser_registration for select to hearth_desk
  using (district_id = (select current_setting('app.district', true)));
create policy leads on adviser_registration to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and (select current_setting('app.role', true)) in ('supervisor', 'district', 'admin'))
  with check (district_id = (select current_setting('app.district', true))
              and (select current_setting('app.role', true)) in ('supervisor', 'district', 'admin'));
