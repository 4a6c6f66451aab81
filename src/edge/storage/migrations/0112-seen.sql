-- Up to which message the resident's own page has shown what was said: told by the page. Elsewhere platforms keep it
-- to themselves, so message_delivery.read_at stays empty.
create table talk_seen (
  bucket smallint not null,
  conversation_id uuid not null,
  seq int not null,
  at timestamptz not null,
  primary key (bucket, conversation_id)
);
comment on column talk_seen.bucket is 'id';
comment on column talk_seen.conversation_id is 'id';
comment on column talk_seen.seq is 'count: number of the newest message that stood on the screen';
comment on column talk_seen.at is 'time';

grant select, insert, update, delete on talk_seen to hearth_turn;
alter table talk_seen enable row level security;
alter table talk_seen force row level security;
create policy engine on talk_seen to hearth_turn using (true) with check (true);
