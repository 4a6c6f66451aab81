-- What advisers do with a case: passing it on, trying to reach somebody, closing; and what makes
-- their desk theirs: duty, saved phrases, what calls them.

alter table help_case add column offered_to text;
alter table help_case add column contact_tries smallint not null default 0;
alter table help_case add column confirmed_at timestamptz;
alter table help_case add column outcome text;
alter table help_case add column closed_at timestamptz;
alter table help_case add column recheck_on date;
alter table help_case add column card bytea;
comment on column help_case.offered_to is 'id: street that is asked to take the case; null = none';
comment on column help_case.contact_tries is 'count: logged tries to reach the resident';
comment on column help_case.confirmed_at is 'time: when an adviser confirmed the assessment last';
comment on column help_case.outcome is 'code: how the case ended';
comment on column help_case.closed_at is 'time';
comment on column help_case.card is 'personal: what a list shows of the file, sealed';
comment on column help_case.recheck_on is 'time: day on which somebody looks again';
create index help_case_offered on help_case (district_id, offered_to) where offered_to is not null;
create index help_case_open on help_case (district_id, street_id, status)
  where status in ('waiting', 'unfinished', 'claimed');

-- A number is also asked for by its first half; in this collation that is a range of the index.
create index help_case_number on help_case (district_id, number collate "C");
create index household_street on household (district_id, street_id);

alter table person add column search bytea[] not null default '{}';
comment on column person.search is 'personal: blind indexes of parts of the name and of the last four digits, salted by the street';

-- The same, one a row: row security keeps operators of arrays from using an index, equality not.
create table person_token (
  district_id text not null,
  household_id uuid not null,
  person_id uuid not null,
  token bytea not null,
  street_id text not null,
  primary key (district_id, household_id, person_id, token)
);
create index person_token_find on person_token (district_id, token);
comment on column person_token.district_id is 'id';
comment on column person_token.household_id is 'id';
comment on column person_token.person_id is 'id';
comment on column person_token.token is 'personal: blind index of a part of the name or of the last four digits';
comment on column person_token.street_id is 'id: street of the household';

create table transfer (
  district_id text not null,
  id uuid not null,
  case_id uuid not null,
  street_id text not null,
  to_street text not null,
  to_staff uuid,
  from_staff uuid not null,
  reason text not null,
  parts text[] not null,
  state text not null check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
  at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  sealed bytea,
  primary key (district_id, id)
);
create unique index transfer_open on transfer (district_id, case_id) where state = 'pending';
comment on column transfer.district_id is 'id';
comment on column transfer.id is 'id';
comment on column transfer.case_id is 'id';
comment on column transfer.street_id is 'id: street that offers the case';
comment on column transfer.to_street is 'id: street that is asked to take it';
comment on column transfer.to_staff is 'id: person it is meant for';
comment on column transfer.from_staff is 'id: who offers it';
comment on column transfer.reason is 'code';
comment on column transfer.parts is 'code: what goes along: transcript, notes';
comment on column transfer.state is 'code';
comment on column transfer.at is 'time';
comment on column transfer.decided_at is 'time';
comment on column transfer.decided_by is 'id: staff';
comment on column transfer.sealed is 'personal: what the sender wrote, sealed';

create table saved_phrase (
  district_id text not null,
  id uuid not null,
  owner uuid not null,
  street_id text not null,
  title text not null,
  words text not null,
  created_at timestamptz not null,
  primary key (district_id, id)
);
create index saved_phrase_of on saved_phrase (district_id, street_id, owner);
comment on column saved_phrase.district_id is 'id';
comment on column saved_phrase.id is 'id';
comment on column saved_phrase.owner is 'id: staff who wrote it';
comment on column saved_phrase.street_id is 'id: street that shares it; empty = the owner''s own';
comment on column saved_phrase.title is 'text: what it is found by';
comment on column saved_phrase.words is 'text: the phrase; about nobody';
comment on column saved_phrase.created_at is 'time';

create table staff_duty (
  district_id text not null,
  staff_id uuid not null,
  is_on bool not null,
  since timestamptz not null,
  primary key (district_id, staff_id)
);
comment on column staff_duty.district_id is 'id';
comment on column staff_duty.staff_id is 'id';
comment on column staff_duty.is_on is 'code: on duty now';
comment on column staff_duty.since is 'time';

create table notice (
  district_id text not null,
  staff_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  from_staff uuid,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (district_id, staff_id, id)
);
create index notice_of on notice (district_id, staff_id, at desc);
comment on column notice.district_id is 'id';
comment on column notice.staff_id is 'id: whom it calls';
comment on column notice.id is 'id';
comment on column notice.kind is 'code: mention, transfer, declined, accepted, quiet';
comment on column notice.number is 'id: of the case';
comment on column notice.from_staff is 'id: who calls';
comment on column notice.at is 'time';
comment on column notice.seen_at is 'time';

grant select, insert, update, delete on person_token to hearth_turn, hearth_desk;
grant select, insert, update on transfer to hearth_turn, hearth_desk;
grant select, insert, update, delete on saved_phrase to hearth_desk;
grant select, insert, update on staff_duty, notice to hearth_desk;
grant select on staff_duty to hearth_turn;
grant insert on notice to hearth_turn;
-- An accepted case takes its history along to the new street.
grant update (street_id) on assessment, case_event to hearth_desk;

-- The street that is asked sees the row of the case. What belongs to the case, and deciding about
-- it, is opened for one transaction that has seen that row: app.offered then holds its ids.
create policy offered on help_case for select to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and offered_to = any ((select string_to_array(current_setting('app.streets', true), ','))::text[]));
do $$
declare
  admitted constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and %I = any ((select string_to_array(current_setting(''app.offered'', true), '',''))::uuid[])';
  part text[];
begin
  foreach part slice 1 in array array[
    ['help_case', 'id'], ['household', 'id'], ['person', 'household_id'], ['person_token', 'household_id'],
    ['assessment', 'case_id'], ['case_event', 'case_id'], ['alert', 'case_id']] loop
    execute format('create policy admitted on %I to hearth_desk using (%s) with check (%s)',
      part[1], format(admitted, part[2]), format(admitted, part[2]));
  end loop;
end $$;

alter table person_token enable row level security;
alter table person_token force row level security;
create policy engine on person_token to hearth_turn using (true) with check (true);
create policy street on person_token to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and (street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])
              or (select current_setting('app.role', true)) in ('district', 'admin')
              or street_id = '' and (select current_setting('app.role', true)) = 'supervisor'))
  with check (district_id = (select current_setting('app.district', true))
              and street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[]));

alter table transfer enable row level security;
alter table transfer force row level security;
create policy engine on transfer to hearth_turn using (true) with check (true);
create policy street on transfer to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and (array[street_id, to_street] && ((select string_to_array(current_setting('app.streets', true), ','))::text[])
              or (select current_setting('app.role', true)) in ('district', 'admin')
              or street_id = '' and (select current_setting('app.role', true)) = 'supervisor'))
  with check (district_id = (select current_setting('app.district', true)));

alter table saved_phrase enable row level security;
alter table saved_phrase force row level security;
create policy shared on saved_phrase for select to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and (owner::text = (select current_setting('app.actor', true))
              or street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])));
create policy own on saved_phrase to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and owner::text = (select current_setting('app.actor', true)))
  with check (district_id = (select current_setting('app.district', true))
              and owner::text = (select current_setting('app.actor', true))
              and (street_id = ''
                   or street_id = any ((select string_to_array(current_setting('app.streets', true), ','))::text[])));

alter table staff_duty enable row level security;
alter table staff_duty force row level security;
create policy engine on staff_duty for select to hearth_turn using (true);
create policy colleagues on staff_duty to hearth_desk
  using (district_id = (select current_setting('app.district', true)))
  with check (district_id = (select current_setting('app.district', true))
              and staff_id::text = (select current_setting('app.actor', true)));

-- Anybody of the district may call a colleague; only who is called reads it.
alter table notice enable row level security;
alter table notice force row level security;
create policy engine on notice for insert to hearth_turn with check (true);
create policy calls on notice for insert to hearth_desk
  with check (district_id = (select current_setting('app.district', true)));
create policy called on notice to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         and staff_id::text = (select current_setting('app.actor', true)))
  with check (district_id = (select current_setting('app.district', true))
              and staff_id::text = (select current_setting('app.actor', true)));
