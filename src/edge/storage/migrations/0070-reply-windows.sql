-- Platforms that let the house write only for a while after the resident did, and only so often.
-- Times and counts only; a row that is missing means a closed window.
create table reply_window (
  bucket smallint not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('message', 'touch')),
  opened_at timestamptz not null,
  open_until timestamptz not null,
  messages smallint not null,
  primary key (bucket, conversation_id, kind)
);
create index reply_window_end on reply_window (bucket, open_until);
comment on column reply_window.bucket is 'id';
comment on column reply_window.conversation_id is 'id';
comment on column reply_window.kind is 'code: what opened it, words of the resident or only a tap, a follow, a scan';
comment on column reply_window.opened_at is 'time: of what opened it, as the platform says';
comment on column reply_window.open_until is 'time';
comment on column reply_window.messages is 'count: that may still be sent';

-- How far an account has been read, where the platform is asked for its messages. Kept after the messages:
-- what is read twice is known by its id.
create table channel_cursor (
  bucket smallint not null,
  channel text not null,
  account text not null,
  cursor text not null,
  since timestamptz not null,
  primary key (bucket, channel, account)
);
comment on column channel_cursor.bucket is 'id: from the hash of channel and account';
comment on column channel_cursor.channel is 'code';
comment on column channel_cursor.account is 'id: which of our accounts on that channel';
comment on column channel_cursor.cursor is 'code: the platform''s own; empty = nothing read yet';
comment on column channel_cursor.since is 'time: when the house first read this account';

grant select, insert, update, delete on reply_window to hearth_turn;
grant select on reply_window to hearth_desk;
grant select, insert, update on channel_cursor to hearth_turn;

-- As with turns: the desk reaches a window only through a case that it has seen.
alter table reply_window enable row level security;
alter table reply_window force row level security;
create policy engine on reply_window to hearth_turn using (true) with check (true);
create policy admitted on reply_window for select to hearth_desk
  using (conversation_id::text = (select current_setting('app.conversation', true)));

alter table channel_cursor enable row level security;
alter table channel_cursor force row level security;
create policy engine on channel_cursor to hearth_turn using (true) with check (true);
