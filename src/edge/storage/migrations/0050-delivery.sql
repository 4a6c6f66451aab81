-- What became of each message that was sent to a channel. `turn.delivery` stays the short form that
-- the sending looks for; a row here is written once, when a message is settled. No words, no person.
create table message_delivery (
  bucket smallint not null,
  conversation_id uuid not null,
  seq int not null,
  place smallint not null,
  state text not null check (state in ('sent', 'unknown', 'failed', 'withheld')),
  why text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (bucket, conversation_id, seq, place)
);
comment on column message_delivery.bucket is 'id';
comment on column message_delivery.conversation_id is 'id';
comment on column message_delivery.seq is 'count: the turn that says it';
comment on column message_delivery.place is 'count: which of its messages, 0 and up';
comment on column message_delivery.state is 'code: sent, unknown (may have arrived), failed, withheld (not sent on purpose)';
comment on column message_delivery.why is 'code: window, quota, blocked … (core/contract/channel/delivery-reason.ts)';
comment on column message_delivery.at is 'time';
comment on column message_delivery.read_at is 'time: where the platform tells it';

grant select, insert, update, delete on message_delivery to hearth_turn;
grant select on message_delivery to hearth_desk;

-- As with turns: the desk reaches it only through a case that it has seen.
alter table message_delivery enable row level security;
alter table message_delivery force row level security;
create policy engine on message_delivery to hearth_turn using (true) with check (true);
create policy admitted on message_delivery for select to hearth_desk
  using (conversation_id::text = (select current_setting('app.conversation', true)));
