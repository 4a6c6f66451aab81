-- Conversations. `bucket` (0–255, from the hash of the channel user) comes first in every key,
-- index and condition, so that the tables can be spread over several servers without a change.

create table conversation (
  bucket smallint not null check (bucket between 0 and 255),
  id uuid not null,
  channel text not null,
  account text not null,
  address bytea not null,
  data_key bytea,
  opened_at timestamptz not null,
  primary key (bucket, id)
);
comment on column conversation.bucket is 'id';
comment on column conversation.id is 'id: from channel, account and user, so that no lookup is needed';
comment on column conversation.channel is 'code: web, line, wechat-oa …';
comment on column conversation.account is 'id: which of our accounts on that channel';
comment on column conversation.address is 'personal: the channel''s own id of the user, sealed';
comment on column conversation.data_key is 'code: the wrapped data key; null = erased, nothing can be opened again';
comment on column conversation.opened_at is 'time';

-- Append-only: inbox, state and outbox in one row. The primary key is the optimistic lock, the
-- unique constraint makes a second delivery of a message harmless.
create table turn (
  bucket smallint not null,
  conversation_id uuid not null,
  seq int not null,
  channel text not null,
  external_id text not null,
  kind text not null,
  status text not null check (status in ('answered', 'pending', 'quarantined')),
  sealed bytea,
  bundle text,
  at timestamptz not null,
  due_at timestamptz,
  delivery smallint not null default 0 check (delivery between 0 and 4),
  tries smallint not null default 0,
  primary key (bucket, conversation_id, seq),
  unique (bucket, conversation_id, channel, external_id)
);
create index turn_due on turn (bucket, due_at) where due_at is not null;
create index turn_undelivered on turn (bucket, conversation_id, seq) where delivery = 1;
create index turn_pending on turn (bucket, conversation_id, seq) where status = 'pending';
comment on column turn.bucket is 'id';
comment on column turn.conversation_id is 'id';
comment on column turn.seq is 'count: 1, 2, 3 … within the conversation';
comment on column turn.channel is 'code';
comment on column turn.external_id is 'id: the channel''s own id of the message';
comment on column turn.kind is 'code: what came in';
comment on column turn.status is 'code: answered, pending (answered later), quarantined (a person takes over)';
comment on column turn.sealed is 'personal: what came in, the state after and what goes out, sealed together';
comment on column turn.bundle is 'code: content hash of the flow it was answered with';
comment on column turn.at is 'time';
comment on column turn.due_at is 'time: when silence is looked at next';
comment on column turn.delivery is 'code: 0 nothing to send or fetched by the client, 1 waiting, 2 sent, 3 unknown, 4 undeliverable';
comment on column turn.tries is 'count: of answering or sending';

create table sweep_mark (
  bucket smallint not null,
  kind text not null,
  swept_to timestamptz not null,
  primary key (bucket, kind)
);
comment on column sweep_mark.bucket is 'id';
comment on column sweep_mark.kind is 'code: which round';
comment on column sweep_mark.swept_to is 'time: everything due before it has been looked at';

create table job (
  bucket smallint not null,
  id text not null,
  kind text not null,
  due_at timestamptz not null,
  sealed bytea,
  tries smallint not null default 0,
  lease_until timestamptz,
  primary key (bucket, id)
);
create index job_due on job (bucket, due_at);
comment on column job.bucket is 'id';
comment on column job.id is 'id: made from what it does, so that the same job is never put twice';
comment on column job.kind is 'code';
comment on column job.due_at is 'time';
comment on column job.sealed is 'personal: what the job needs to know, sealed';
comment on column job.tries is 'count';
comment on column job.lease_until is 'time: until then a worker has it; seconds, never hours';

-- Reference table: every flow text that some conversation still stands on.
create table flow_bundle (
  hash text primary key,
  flow text not null,
  source text not null,
  first_seen timestamptz not null
);
comment on column flow_bundle.hash is 'code: content hash';
comment on column flow_bundle.flow is 'code: name of the flow';
comment on column flow_bundle.source is 'text: the flow as it was published, no personal data';
comment on column flow_bundle.first_seen is 'time';

grant select, insert, update, delete on conversation, turn, sweep_mark, job to hearth_turn;
grant select, insert on flow_bundle to hearth_turn;
grant select on conversation, turn, flow_bundle to hearth_desk;

-- The desk reads a conversation only through a case or an alert that it has seen: the same
-- transaction then sets app.conversation. Unset is null, and null equals nothing.
alter table conversation enable row level security;
alter table conversation force row level security;
create policy engine on conversation to hearth_turn using (true) with check (true);
create policy admitted on conversation for select to hearth_desk
  using (id::text = (select current_setting('app.conversation', true)));

alter table turn enable row level security;
alter table turn force row level security;
create policy engine on turn to hearth_turn using (true) with check (true);
create policy admitted on turn for select to hearth_desk
  using (conversation_id::text = (select current_setting('app.conversation', true)));

alter table job enable row level security;
alter table job force row level security;
create policy engine on job to hearth_turn using (true) with check (true);
