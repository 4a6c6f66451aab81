-- Who is on duty when, who stands in for whom, how each street gives out its cases, who was called when nobody
-- answered for a danger, and lists that people keep under a name.

create table duty_shift (
  district_id text not null,
  id uuid not null,
  street_id text not null,
  staff_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  by uuid not null,
  at timestamptz not null,
  primary key (district_id, id)
);
create index duty_shift_when on duty_shift (district_id, ends_at);
comment on column duty_shift.district_id is 'id';
comment on column duty_shift.id is 'id: made by who writes, so that writing twice is writing once';
comment on column duty_shift.street_id is 'id: street; empty = crisis duty of the district';
comment on column duty_shift.staff_id is 'id';
comment on column duty_shift.starts_at is 'time';
comment on column duty_shift.ends_at is 'time';
comment on column duty_shift.by is 'id: staff who wrote it';
comment on column duty_shift.at is 'time';

create table staff_leave (
  district_id text not null,
  id uuid not null,
  staff_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  stand_in uuid check (stand_in <> staff_id),
  by uuid not null,
  at timestamptz not null,
  primary key (district_id, id)
);
create index staff_leave_when on staff_leave (district_id, staff_id, to_day);
comment on column staff_leave.district_id is 'id';
comment on column staff_leave.id is 'id: made by who writes';
comment on column staff_leave.staff_id is 'id: who is away; why is not asked';
comment on column staff_leave.from_day is 'time: first day away';
comment on column staff_leave.to_day is 'time: last day away';
comment on column staff_leave.stand_in is 'id: staff whose shifts they become; null = nobody''s';
comment on column staff_leave.by is 'id: staff who wrote it';
comment on column staff_leave.at is 'time';

create table duty_phone (
  district_id text not null,
  staff_id uuid not null,
  data_key bytea not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (district_id, staff_id)
);
comment on column duty_phone.district_id is 'id';
comment on column duty_phone.staff_id is 'id: whose phone it is';
comment on column duty_phone.data_key is 'code: the wrapped data key';
comment on column duty_phone.sealed is 'personal: number that danger is told to, sealed';
comment on column duty_phone.changed_at is 'time';

create table assignment_rule (
  district_id text not null,
  street_id text not null,
  way text not null check (way in ('off', 'round_robin', 'committee', 'least_loaded')),
  most int not null check (most between 1 and 500),
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, street_id)
);
comment on column assignment_rule.district_id is 'id';
comment on column assignment_rule.street_id is 'id: 9-digit street';
comment on column assignment_rule.way is 'code: how cases find their adviser; off = people take them';
comment on column assignment_rule.most is 'count: open cases of one adviser above which the house gives no more';
comment on column assignment_rule.changed_by is 'id: staff';
comment on column assignment_rule.changed_at is 'time';
comment on column assignment_rule.version is 'count: of changes';

create table assignment_turn (
  district_id text not null,
  street_id text not null,
  staff_id uuid not null,
  last_at timestamptz not null,
  primary key (district_id, street_id, staff_id)
);
comment on column assignment_turn.district_id is 'id';
comment on column assignment_turn.street_id is 'id';
comment on column assignment_turn.staff_id is 'id: whose turn it was';
comment on column assignment_turn.last_at is 'time: when';

create table staff_committee (
  district_id text not null,
  committee_id text not null,
  staff_id uuid not null,
  street_id text not null,
  primary key (district_id, committee_id, staff_id)
);
comment on column staff_committee.district_id is 'id';
comment on column staff_committee.committee_id is 'id: 12-digit committee';
comment on column staff_committee.staff_id is 'id: adviser who looks after it (责任顾问)';
comment on column staff_committee.street_id is 'id: street of the committee';

create table escalation (
  district_id text not null,
  alert_id uuid not null,
  step smallint not null,
  level text not null,
  street_id text not null,
  at timestamptz not null,
  told uuid[] not null,
  texted_at timestamptz,
  primary key (district_id, alert_id, step)
);
create index escalation_untexted on escalation (district_id, at) where texted_at is null;
comment on column escalation.district_id is 'id';
comment on column escalation.alert_id is 'id';
comment on column escalation.step is 'count: 0 first';
comment on column escalation.level is 'code: committee, street, district, partner';
comment on column escalation.street_id is 'id: street of the alert';
comment on column escalation.at is 'time';
comment on column escalation.told is 'id: staff who were called';
comment on column escalation.texted_at is 'time: when their phones were told; null = not yet';

create table saved_view (
  district_id text not null,
  id uuid not null,
  owner uuid not null,
  street_id text not null,
  name text not null,
  list text not null,
  filters jsonb not null,
  at timestamptz not null,
  primary key (district_id, id)
);
create index saved_view_of on saved_view (district_id, street_id, owner);
comment on column saved_view.district_id is 'id';
comment on column saved_view.id is 'id: made by who writes';
comment on column saved_view.owner is 'id: staff who keeps it';
comment on column saved_view.street_id is 'id: street that shares it; empty = the owner''s own';
comment on column saved_view.name is 'text: what it is called';
comment on column saved_view.list is 'code: waiting, mine, all';
comment on column saved_view.filters is 'code: filters as the address of the list says them';
comment on column saved_view.at is 'time';

alter table help_case add column assigned_at timestamptz;
alter table help_case add column assigned_why text;
alter table help_case add column accept_due timestamptz;
alter table help_case add column assigned_told_at timestamptz;
alter table help_case add column passed_by uuid[] not null default '{}';
comment on column help_case.assigned_at is 'time: when the house gave it to its adviser; null = taken by hand';
comment on column help_case.assigned_why is 'code: why to this one';
comment on column help_case.accept_due is 'time: until when that adviser must have opened it';
comment on column help_case.assigned_told_at is 'time: when the resident was told who it is';
comment on column help_case.passed_by is 'id: staff from whom the house took it back';
create index help_case_untold on help_case (district_id, assigned_at)
  where status = 'claimed' and assigned_at is not null and assigned_told_at is null;

grant select, insert, update, delete on duty_shift, staff_leave, duty_phone, staff_committee, saved_view to hearth_desk;
grant select, insert, update on assignment_rule to hearth_desk;
grant select on escalation to hearth_desk;
grant select on duty_shift, staff_leave, duty_phone, staff_committee to hearth_turn;
-- The row of the rule is what one process at a time holds while it gives out a street's cases.
grant select, update (version) on assignment_rule to hearth_turn;
grant select, insert, update on assignment_turn, escalation to hearth_turn;

-- The district reads its roster; leads write that of their streets, everybody the own leave and phone.
do $$
declare
  family text;
  own_district constant text := 'district_id = (select current_setting(''app.district'', true))';
  leads constant text :=
    '(select current_setting(''app.role'', true)) in (''district'', ''admin'')
     or (select current_setting(''app.role'', true)) = ''supervisor''
        and street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])';
  lead constant text :=
    '(select current_setting(''app.role'', true)) in (''supervisor'', ''district'', ''admin'')';
  mine constant text := 'staff_id::text = (select current_setting(''app.actor'', true))';
begin
  foreach family in array array['duty_shift', 'staff_leave', 'duty_phone', 'assignment_rule', 'assignment_turn',
                                'staff_committee', 'escalation', 'saved_view'] loop
    execute format('alter table %I enable row level security', family);
    execute format('alter table %I force row level security', family);
    execute format('create policy engine on %I to hearth_turn using (true) with check (true)', family);
  end loop;
  foreach family in array array['duty_shift', 'assignment_rule', 'staff_committee'] loop
    execute format('create policy reads on %I for select to hearth_desk using (%s)', family, own_district);
    execute format('create policy leads on %I to hearth_desk using (%s and (%s)) with check (%s and (%s))',
      family, own_district, leads, own_district, leads);
  end loop;
  execute format('create policy reads on staff_leave for select to hearth_desk using (%s)', own_district);
  execute format('create policy writes on staff_leave to hearth_desk using (%s and (%s or %s)) with check (%s and (%s or %s))',
    own_district, lead, mine, own_district, lead, mine);
  execute format('create policy own on duty_phone to hearth_desk using (%s and %s) with check (%s and %s)',
    own_district, mine, own_district, mine);
  execute format('create policy reads on escalation for select to hearth_desk using (%s and (street_id = '''' or %s
      or street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])))',
    own_district, '(select current_setting(''app.role'', true)) in (''district'', ''admin'')');
  execute format('create policy shared on saved_view for select to hearth_desk using (%s
      and street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[]))', own_district);
  execute format('create policy own on saved_view to hearth_desk using (%s and owner::text = (select current_setting(''app.actor'', true)))
      with check (%s and owner::text = (select current_setting(''app.actor'', true)) and (street_id = ''''
        or (select current_setting(''app.role'', true)) in (''district'', ''admin'')
        or street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])))',
    own_district, own_district);
end $$;
