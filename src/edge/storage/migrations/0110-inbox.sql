-- Messages that are durable and wait for their turn: in a rush the platform has its answer before the dialog has
-- thought. A row goes when the turn of its message is committed; what a dead process leaves is fed in again, and
-- the log knows what it has.
create table inbox (
  bucket smallint not null,
  conversation_id uuid not null,
  channel text not null,
  external_id text not null,
  at timestamptz not null,
  nth int not null,
  data_key bytea not null,
  sealed bytea not null,
  primary key (bucket, conversation_id, channel, external_id)
);
create index inbox_age on inbox (at, nth);
comment on column inbox.bucket is 'id';
comment on column inbox.conversation_id is 'id';
comment on column inbox.channel is 'code';
comment on column inbox.external_id is 'id: the channel''s own id of the message';
comment on column inbox.at is 'time: when it came in';
comment on column inbox.nth is 'count: its place among those of one moment';
comment on column inbox.data_key is 'code: the wrapped data key of the process that took it';
comment on column inbox.sealed is 'personal: who wrote, and what, sealed';

grant select, insert, update, delete on inbox to hearth_turn;
alter table inbox enable row level security;
alter table inbox force row level security;
create policy engine on inbox to hearth_turn using (true) with check (true);
