-- Who blocked or left us on a channel: the platform tells it once, and takes messages for them without a word.
create table departure (
  bucket smallint not null,
  conversation_id uuid not null,
  gone boolean not null,
  at timestamptz not null,
  primary key (bucket, conversation_id)
);
comment on column departure.bucket is 'id';
comment on column departure.conversation_id is 'id: from channel, account and user';
comment on column departure.gone is 'code: true = left, false = came back';
comment on column departure.at is 'time: as the platform says';

grant select, insert, update, delete on departure to hearth_turn;
alter table departure enable row level security;
alter table departure force row level security;
create policy engine on departure to hearth_turn using (true) with check (true);
