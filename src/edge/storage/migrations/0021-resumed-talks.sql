-- A talk that goes on in another client. `id` is the conversation that the new client's token would
-- have alone; once the code that the old client was told has been given, it stands for the old one.
create table resumed_talk (
  bucket smallint not null,
  id uuid not null,
  conversation_id uuid not null,
  code_hash bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (bucket, id)
);
comment on column resumed_talk.bucket is 'id';
comment on column resumed_talk.id is 'id: from the hash of the new token';
comment on column resumed_talk.conversation_id is 'id: of the talk that goes on';
comment on column resumed_talk.code_hash is 'code: keyed hash of the code';
comment on column resumed_talk.tries is 'count: of codes that were given';
comment on column resumed_talk.expires_at is 'time: of the code';
comment on column resumed_talk.confirmed_at is 'time: null = the token does not work';

grant select, insert, update, delete on resumed_talk to hearth_turn;
alter table resumed_talk enable row level security;
alter table resumed_talk force row level security;
create policy engine on resumed_talk to hearth_turn using (true) with check (true);
