-- One file for each household (一户一档): members, help received, plan, visits, tasks … Each is a record of a
-- kind that core/casework/kinds names, sealed by the key of its household; what lists ask for are columns.
-- A file that was joined to another keeps its rows and its key and only points to it: parting is one update.

alter table household add column merged_into uuid;
alter table household add column adviser_id uuid;
comment on column household.merged_into is 'id: household whose file this one was joined to; null = its own';
comment on column household.adviser_id is 'id: staff who looks after it (责任顾问)';
create index household_merged on household (district_id, merged_into) where merged_into is not null;
create index household_adviser on household (district_id, adviser_id) where adviser_id is not null;

create table file_record (
  district_id text not null,
  household_id uuid not null,
  id uuid not null,
  street_id text not null,
  kind text not null,
  state text not null,
  is_open bool not null,
  owner_id uuid,
  due_on date,
  day date,
  case_id uuid,
  group_id uuid,
  amount bigint,
  detail jsonb not null default '{}',
  sealed bytea,
  by text not null,
  at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, household_id, id)
);
create index file_record_due on file_record (district_id, street_id, kind, due_on) where is_open;
create index file_record_owner on file_record (district_id, owner_id, due_on) where is_open;
create index file_record_day on file_record (district_id, street_id, kind, day);
create index file_record_group on file_record (district_id, group_id) where group_id is not null;
create index file_record_case on file_record (district_id, case_id) where case_id is not null;
comment on column file_record.district_id is 'id';
comment on column file_record.household_id is 'id: of the household it was written for';
comment on column file_record.id is 'id: made by who writes, so that writing twice is writing once';
comment on column file_record.street_id is 'id: street of the household';
comment on column file_record.kind is 'code: plan, service, follow_up …';
comment on column file_record.state is 'code: where it stands, of the states of its kind';
comment on column file_record.is_open is 'code: whether somebody still has to do something';
comment on column file_record.owner_id is 'id: staff who has to';
comment on column file_record.due_on is 'time: until when';
comment on column file_record.day is 'time: the day it is about';
comment on column file_record.case_id is 'id: case it belongs to';
comment on column file_record.group_id is 'id: shared by the rows of one deed for many households';
comment on column file_record.amount is 'count: money in fen';
comment on column file_record.detail is 'code: ids, codes and numbers only';
comment on column file_record.sealed is 'personal: what was written, sealed';
comment on column file_record.by is 'id: staff who began it, or the part of the house';
comment on column file_record.at is 'time';
comment on column file_record.changed_by is 'id: staff, or the part of the house';
comment on column file_record.changed_at is 'time';
comment on column file_record.version is 'count: of changes; who changes it names the version that was read';

-- What a record was before each change. Never changed again, blanked with its household.
create table file_record_past (
  district_id text not null,
  household_id uuid not null,
  id uuid not null,
  version int not null,
  street_id text not null,
  state text not null,
  detail jsonb not null,
  sealed bytea,
  by text not null,
  at timestamptz not null,
  primary key (district_id, household_id, id, version)
);
comment on column file_record_past.district_id is 'id';
comment on column file_record_past.household_id is 'id';
comment on column file_record_past.id is 'id';
comment on column file_record_past.version is 'count';
comment on column file_record_past.street_id is 'id';
comment on column file_record_past.state is 'code';
comment on column file_record_past.detail is 'code: owner, day, due day, amount and codes as they were';
comment on column file_record_past.sealed is 'personal: what it said, sealed';
comment on column file_record_past.by is 'id: who had written this version';
comment on column file_record_past.at is 'time';

grant select, insert, update on file_record to hearth_turn, hearth_desk;
grant select, insert on file_record_past to hearth_turn, hearth_desk;
-- The history moves with its household to another street, and is blanked on erasure.
grant update on file_record_past to hearth_turn;
grant update (street_id) on file_record_past to hearth_desk;

do $$
declare
  family text;
  seen constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and (street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])
          or (select current_setting(''app.role'', true)) in (''district'', ''admin'')
          or street_id = '''' and (select current_setting(''app.role'', true)) = ''supervisor'')';
  admitted constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and household_id = any ((select string_to_array(current_setting(''app.offered'', true), '',''))::uuid[])';
begin
  foreach family in array array['file_record', 'file_record_past'] loop
    execute format('alter table %I enable row level security', family);
    execute format('alter table %I force row level security', family);
    execute format('create policy engine on %I to hearth_turn using (true) with check (true)', family);
    execute format('create policy street on %I to hearth_desk using (%s) with check (%s)', family, seen, seen);
    execute format('create policy admitted on %I to hearth_desk using (%s) with check (%s)', family, admitted, admitted);
  end loop;
end $$;
