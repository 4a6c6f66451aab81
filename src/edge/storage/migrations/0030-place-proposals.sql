-- Places that learn: a case that a person placed teaches the words of its address. Only those words
-- are kept, with how often they were confirmed; no case, no person, no building, no room.
alter table help_case add column placed_at timestamptz;
comment on column help_case.placed_at is 'time: when an adviser said where the home is; null = nobody had to';

create table place_proposal (
  district_id text not null,
  kind text not null check (kind in ('road', 'alias')),
  words text not null,
  number int not null,
  street_id text not null,
  committee_id text not null,
  seen int not null default 1,
  last_on date not null,
  primary key (district_id, kind, words, number, street_id, committee_id)
);
comment on column place_proposal.district_id is 'id';
comment on column place_proposal.kind is 'code: road with a number, or a name that people use';
comment on column place_proposal.words is 'code: name of a road or an estate';
comment on column place_proposal.number is 'count: house number of the road; 0 for a name';
comment on column place_proposal.street_id is 'id: street office that was confirmed';
comment on column place_proposal.committee_id is 'id: committee that was confirmed; empty = not said';
comment on column place_proposal.seen is 'count: cases that were placed so';
comment on column place_proposal.last_on is 'time: day of the last of them';

grant select, insert, update on place_proposal to hearth_desk;
grant select on place_proposal to hearth_turn;

alter table place_proposal enable row level security;
alter table place_proposal force row level security;
create policy engine on place_proposal for select to hearth_turn using (true);
create policy district on place_proposal to hearth_desk
  using (district_id = (select current_setting('app.district', true)))
  with check (district_id = (select current_setting('app.district', true)));
