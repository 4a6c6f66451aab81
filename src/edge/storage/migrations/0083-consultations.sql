-- Case conferences (救助会诊). Who is asked to one sees it, and nothing else, also when the household lives in a
-- street that is not theirs. The conference and its opinions are records of the household's file; here stands
-- only who was asked. app.consulted holds, for one transaction, the ids of what this person was asked to.

create table consultation_member (
  district_id text not null,
  staff_id uuid not null,
  consultation_id uuid not null,
  household_id uuid not null,
  by text not null,
  at timestamptz not null,
  primary key (district_id, staff_id, consultation_id)
);
comment on column consultation_member.district_id is 'id';
comment on column consultation_member.staff_id is 'id: who was asked';
comment on column consultation_member.consultation_id is 'id: of the record of the kind consultation';
comment on column consultation_member.household_id is 'id: of the household it is about';
comment on column consultation_member.by is 'id: staff who asked';
comment on column consultation_member.at is 'time';

grant select, insert on consultation_member to hearth_desk;

alter table consultation_member enable row level security;
alter table consultation_member force row level security;
create policy asked on consultation_member for select to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and staff_id::text = (select current_setting('app.actor', true)));
-- Only who sees the household asks others to it; the sub-select is held to the policies of household.
create policy asks on consultation_member for insert to hearth_desk
  with check (district_id = (select current_setting('app.district', true))
              and by = (select current_setting('app.actor', true))
              and exists (select 1 from household h
                          where h.district_id = consultation_member.district_id
                            and h.id = consultation_member.household_id));

do $$
declare
  consulted constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and %I = any ((select string_to_array(current_setting(''app.consulted'', true), '',''))::uuid[])';
  part text[];
begin
  foreach part slice 1 in array array[
    ['household', 'id', 'consulted', 'for select'],
    ['file_record', 'id', 'consulted', ''],
    ['file_record', 'group_id', 'consulted_group', ''],
    ['file_record_past', 'id', 'consulted', '']] loop
    execute format('create policy %I on %I %s to hearth_desk using (%s)%s',
      part[3], part[1], part[4], format(consulted, part[2]),
      case when part[4] = '' then format(' with check (%s)', format(consulted, part[2])) else '' end);
  end loop;
end $$;
