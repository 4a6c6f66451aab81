-- Households, people and cases. `district_id` (the tenant) comes first in every key and index.
-- No foreign key leads to the conversation tables: they may live on another server.
-- Every table here repeats the street, because a policy with a join is slow and easy to get wrong.

create table household (
  district_id text not null,
  id uuid not null,
  street_id text not null,
  committee_id text,
  data_key bytea,
  sample bool not null default false,
  opened_at timestamptz not null,
  primary key (district_id, id)
);
comment on column household.district_id is 'id: 6-digit district, the tenant';
comment on column household.id is 'id';
comment on column household.street_id is 'id: 9-digit street; empty = not known yet';
comment on column household.committee_id is 'id: 12-digit committee';
comment on column household.data_key is 'code: the wrapped data key; null = erased, nothing can be opened again';
comment on column household.sample is 'code: true for demonstration data';
comment on column household.opened_at is 'time';

create table person (
  district_id text not null,
  household_id uuid not null,
  id uuid not null,
  street_id text not null,
  sealed bytea not null,
  phone_index bytea,
  primary key (district_id, household_id, id)
);
create index person_phone on person (district_id, phone_index) where phone_index is not null;
comment on column person.district_id is 'id';
comment on column person.household_id is 'id';
comment on column person.id is 'id';
comment on column person.street_id is 'id: street of the household';
comment on column person.sealed is 'personal: name, phone and what is known of the person, sealed';
comment on column person.phone_index is 'personal: blind index of the phone number, to find it without storing it';

create table help_case (
  district_id text not null,
  id uuid not null,
  number text not null,
  household_id uuid not null,
  street_id text not null,
  committee_id text,
  queue text not null,
  route jsonb not null,
  stage text not null check (stage in ('intake', 'assessment', 'routing', 'casework')),
  status text not null check (status in ('unfinished', 'waiting', 'claimed', 'closed', 'withdrawn')),
  urgency text not null check (urgency in ('normal', 'same_day', 'now')),
  crisis text,
  crisis_type text,
  grade text,
  grade_low text,
  grade_high text,
  points_low smallint,
  points_high smallint,
  opened_at timestamptz not null,
  acknowledge_due timestamptz not null,
  contact_due timestamptz not null,
  acknowledged_at timestamptz,
  contacted_at timestamptz,
  breached_at timestamptz,
  claimed_by uuid,
  claimed_at timestamptz,
  version int not null default 1,
  bucket smallint,
  conversation_id uuid,
  channel text not null,
  source text not null,
  sealed bytea,
  sample bool not null default false,
  crisis_rank smallint not null generated always as
    (case when crisis in ('high', 'imminent') and acknowledged_at is null then 0 else 1 end) stored,
  urgency_rank smallint not null generated always as
    (case urgency when 'now' then 0 when 'same_day' then 1 else 2 end) stored,
  primary key (district_id, id),
  unique (district_id, number),
  unique (district_id, conversation_id, id)
);
-- The queue in its order: unacknowledged crisis, longest breach, urgency, contact clock, points, age.
create index help_case_queue on help_case
  (district_id, street_id, crisis_rank, breached_at, urgency_rank, contact_due,
   points_high desc nulls last, opened_at, id)
  where status in ('waiting', 'unfinished');
create index help_case_mine on help_case (district_id, claimed_by) where status = 'claimed';
create index help_case_household on help_case (district_id, household_id);
-- A corrected address may move a case to another district: then only its id is known.
create index help_case_id on help_case (id);
comment on column help_case.district_id is 'id';
comment on column help_case.id is 'id';
comment on column help_case.number is 'id: what the resident is told, 4738-2915';
comment on column help_case.household_id is 'id';
comment on column help_case.street_id is 'id: street of the queue; empty = 人工分派, to be assigned by hand';
comment on column help_case.committee_id is 'id';
comment on column help_case.queue is 'code: the queue it stands in';
comment on column help_case.route is 'code: rule and reasons of the routing';
comment on column help_case.stage is 'code';
comment on column help_case.status is 'code';
comment on column help_case.urgency is 'code';
comment on column help_case.crisis is 'code: tier of danger';
comment on column help_case.crisis_type is 'code: kind of danger';
comment on column help_case.grade is 'code';
comment on column help_case.grade_low is 'code: the lowest grade that is still possible';
comment on column help_case.grade_high is 'code: the highest grade that is still possible';
comment on column help_case.points_low is 'count: points out of 12';
comment on column help_case.points_high is 'count: points out of 12';
comment on column help_case.opened_at is 'time';
comment on column help_case.acknowledge_due is 'time';
comment on column help_case.contact_due is 'time';
comment on column help_case.acknowledged_at is 'time: first seen to by a person';
comment on column help_case.contacted_at is 'time: first two-way contact';
comment on column help_case.breached_at is 'time: when the first clock ran out';
comment on column help_case.claimed_by is 'id: staff';
comment on column help_case.claimed_at is 'time';
comment on column help_case.version is 'count: of changes; who changes a case names the version that was read';
comment on column help_case.bucket is 'id: of the conversation';
comment on column help_case.conversation_id is 'id';
comment on column help_case.channel is 'code';
comment on column help_case.source is 'code: link, QR code or hotline it came from';
comment on column help_case.sealed is 'personal: name, phone, address, story, answers, sealed';
comment on column help_case.sample is 'code: true for demonstration data';
comment on column help_case.crisis_rank is 'count: 0 = danger that nobody has seen to';
comment on column help_case.urgency_rank is 'count: 0 now, 1 same day, 2 normal';

-- An assessment is never changed: the next one gets the next number.
create table assessment (
  district_id text not null,
  case_id uuid not null,
  seq int not null,
  street_id text not null,
  kind text not null check (kind in ('first_pass', 'confirmed')),
  model text not null,
  model_hash text not null,
  sealed bytea not null,
  result jsonb not null,
  by text not null,
  at timestamptz not null,
  primary key (district_id, case_id, seq)
);
comment on column assessment.district_id is 'id';
comment on column assessment.case_id is 'id';
comment on column assessment.seq is 'count';
comment on column assessment.street_id is 'id';
comment on column assessment.kind is 'code: first_pass by the bot, confirmed by an adviser';
comment on column assessment.model is 'code: name of the dated assessment model';
comment on column assessment.model_hash is 'code: content hash of the model';
comment on column assessment.sealed is 'personal: inputs and evidence, sealed';
comment on column assessment.result is 'code: points, grade and indicator codes';
comment on column assessment.by is 'id: staff, or bot';
comment on column assessment.at is 'time';

create table case_event (
  district_id text not null,
  case_id uuid not null,
  seq int not null,
  street_id text not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail jsonb not null default '{}',
  sealed bytea,
  primary key (district_id, case_id, seq)
);
comment on column case_event.district_id is 'id';
comment on column case_event.case_id is 'id';
comment on column case_event.seq is 'count';
comment on column case_event.street_id is 'id';
comment on column case_event.at is 'time';
comment on column case_event.kind is 'code';
comment on column case_event.actor is 'id: staff, or the part of the house';
comment on column case_event.detail is 'code: ids and codes only';
comment on column case_event.sealed is 'personal: notes and words, sealed';

create table alert (
  district_id text not null,
  id uuid not null,
  case_id uuid,
  street_id text not null,
  bucket smallint not null,
  conversation_id uuid not null,
  tier text not null,
  type text not null,
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (district_id, id)
);
create index alert_open on alert (district_id, raised_at) where acknowledged_at is null;
comment on column alert.district_id is 'id';
comment on column alert.id is 'id';
comment on column alert.case_id is 'id';
comment on column alert.street_id is 'id: empty while nobody knows where the person is';
comment on column alert.bucket is 'id';
comment on column alert.conversation_id is 'id';
comment on column alert.tier is 'code: watch, high, imminent';
comment on column alert.type is 'code: kind of danger';
comment on column alert.raised_at is 'time';
comment on column alert.acknowledged_at is 'time';
comment on column alert.acknowledged_by is 'id: staff';

grant select, insert, update on household, person, help_case, alert to hearth_turn, hearth_desk;
grant select, insert on assessment, case_event to hearth_turn, hearth_desk;
-- The engine moves history with its case after a corrected address, and blanks it on erasure.
grant update on assessment, case_event to hearth_turn;

-- Who may see a street: those it is given to; district and admin see all of their district. A case
-- without a street (人工分派) is also seen by supervisors, who assign it. The settings are read in
-- sub-selects, so that they are evaluated once a statement; unset they are null and show nothing.
do $$
declare
  family text;
  seen constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and (street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])
          or (select current_setting(''app.role'', true)) in (''district'', ''admin'')
          or street_id = '''' and (select current_setting(''app.role'', true)) = ''supervisor'')';
begin
  foreach family in array array['household', 'person', 'help_case', 'assessment', 'case_event'] loop
    execute format('alter table %I enable row level security', family);
    execute format('alter table %I force row level security', family);
    execute format('create policy engine on %I to hearth_turn using (true) with check (true)', family);
    execute format('create policy street on %I to hearth_desk using (%s) with check (%s)', family, seen, seen);
  end loop;
  execute 'alter table alert enable row level security';
  execute 'alter table alert force row level security';
  execute 'create policy engine on alert to hearth_turn using (true) with check (true)';
  -- Danger without a known street is everybody's: an alert holds codes only.
  execute format('create policy street on alert to hearth_desk using (%s or %s) with check (%s or %s)',
    seen, 'district_id = (select current_setting(''app.district'', true)) and street_id = ''''',
    seen, 'district_id = (select current_setting(''app.district'', true)) and street_id = ''''');
end $$;
