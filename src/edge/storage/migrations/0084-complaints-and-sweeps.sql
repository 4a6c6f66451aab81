-- Complaints (投诉) are no part of the household's file: they go to those who lead, and never to whom they are about.
create table complaint (
  district_id text not null,
  id uuid not null,
  street_id text not null,
  household_id uuid not null,
  case_id uuid,
  against_id uuid,
  source text not null check (source in ('chat', 'adviser')),
  result text,
  due_on date not null,
  by text not null,
  at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  version int not null default 1,
  sealed bytea,
  primary key (district_id, id)
);
create index complaint_open on complaint (district_id, street_id, due_on) where result is null;
comment on column complaint.district_id is 'id';
comment on column complaint.id is 'id: made by who brings it';
comment on column complaint.street_id is 'id: street of the household when it was brought';
comment on column complaint.household_id is 'id';
comment on column complaint.case_id is 'id';
comment on column complaint.against_id is 'id: staff whom it is about; null = nobody in particular';
comment on column complaint.source is 'code: the talk, or an adviser who wrote it down';
comment on column complaint.result is 'code: how it ended; null = not yet';
comment on column complaint.due_on is 'time: until when the resident has an answer';
comment on column complaint.by is 'id: who brought it, or the part of the house';
comment on column complaint.at is 'time';
comment on column complaint.settled_by is 'id: staff';
comment on column complaint.settled_at is 'time';
comment on column complaint.version is 'count';
comment on column complaint.sealed is 'personal: what was said and answered, sealed by the key of the household';

grant select, insert, update on complaint to hearth_turn, hearth_desk;
alter table complaint enable row level security;
alter table complaint force row level security;
create policy engine on complaint to hearth_turn using (true) with check (true);
create policy brings on complaint for insert to hearth_desk
  with check (district_id = (select current_setting('app.district', true))
     and by = (select current_setting('app.actor', true)));
create policy leads on complaint for select to hearth_desk
  using (district_id = (select current_setting('app.district', true))
     and coalesce(against_id::text, '') <> (select current_setting('app.actor', true))
     and ((select current_setting('app.role', true)) in ('district', 'admin')
          or (select current_setting('app.role', true)) = 'supervisor'
             and street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])));
create policy settles on complaint for update to hearth_desk
  using (district_id = (select current_setting('app.district', true))
     and coalesce(against_id::text, '') <> (select current_setting('app.actor', true))
     and ((select current_setting('app.role', true)) in ('district', 'admin')
          or (select current_setting('app.role', true)) = 'supervisor'
             and street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])));

-- What the house does by itself: reminders that ran out, questions before a visit, questions after closing.
create index file_record_sweep on file_record (kind, due_on) where is_open;
create index help_case_closed on help_case (closed_at) where status = 'closed';
