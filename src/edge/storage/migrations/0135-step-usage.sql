-- How the steps of the flows are used: counts of turns, without words or names, for the studio. Counted from the log
-- by a round; the turns of a stretch of time are found by a block index, which costs the append next to nothing.

create index turn_at on turn using brin (at) with (pages_per_range = 16, autosummarize = on);

create table step_usage (
  district_id text not null,
  day date not null,
  hour smallint not null check (hour between 0 and 23),
  channel text not null,
  street_id text not null,
  bundle text not null,
  flow text not null,
  step text not null,
  shown int not null,
  answered int not null,
  corrected int not null,
  skipped int not null,
  missed int not null,
  why int not null,
  person int not null,
  paused int not null,
  left_there int not null,
  back int not null,
  seconds int[] not null,
  primary key (district_id, flow, day, hour, channel, street_id, bundle, step)
);
comment on column step_usage.district_id is 'id';
comment on column step_usage.day is 'time: in Shanghai';
comment on column step_usage.hour is 'count: 0–23';
comment on column step_usage.channel is 'code: of the conversation';
comment on column step_usage.street_id is 'id: where the resident lives, as far as known then; '''' = not yet';
comment on column step_usage.bundle is 'code: content hash of the flows';
comment on column step_usage.flow is 'id';
comment on column step_usage.step is 'id';
comment on column step_usage.shown is 'count: conversations that came to it';
comment on column step_usage.answered is 'count: conversations that answered it';
comment on column step_usage.corrected is 'count';
comment on column step_usage.skipped is 'count';
comment on column step_usage.missed is 'count: answers that were not understood';
comment on column step_usage.why is 'count: of 「为什么」';
comment on column step_usage.person is 'count: calls for a person there';
comment on column step_usage.paused is 'count: residents who wanted to go on later';
comment on column step_usage.left_there is 'count: no word for 20 hours';
comment on column step_usage.back is 'count: a word after a pause or after 20 hours';
comment on column step_usage.seconds is 'count: answers by the class of time they took';

grant select, insert, update on step_usage to hearth_turn;
grant select on step_usage to hearth_desk;

alter table step_usage enable row level security;
alter table step_usage force row level security;
create policy engine on step_usage to hearth_turn using (true) with check (true);
create policy district on step_usage for select to hearth_desk
  using (district_id = (select current_setting('app.district', true)));
