-- Of questions that are tried in several wordings: how each fares, as counts of conversations by day. No words and no
-- names; a wording is known by its key and by a mark of its text, so that a new text is counted anew.

create table wording_usage (
  district_id text not null,
  day date not null,
  flow text not null,
  step text not null,
  wording text not null,
  said text not null,
  shown int not null,
  at_once int not null,
  asked_again int not null,
  left_there int not null,
  primary key (district_id, flow, day, step, wording, said)
);
comment on column wording_usage.district_id is 'id';
comment on column wording_usage.day is 'time: in Shanghai';
comment on column wording_usage.flow is 'id';
comment on column wording_usage.step is 'id';
comment on column wording_usage.wording is 'code: a, b, c, d';
comment on column wording_usage.said is 'code: mark of the text';
comment on column wording_usage.shown is 'count: conversations that heard it';
comment on column wording_usage.at_once is 'count: that answered without being asked again';
comment on column wording_usage.asked_again is 'count: whose first answer was not understood';
comment on column wording_usage.left_there is 'count: no word for 20 hours';

grant select, insert, update on wording_usage to hearth_turn;
grant select on wording_usage to hearth_desk;

alter table wording_usage enable row level security;
alter table wording_usage force row level security;
create policy engine on wording_usage to hearth_turn using (true) with check (true);
create policy district on wording_usage for select to hearth_desk
  using (district_id = (select current_setting('app.district', true)));
