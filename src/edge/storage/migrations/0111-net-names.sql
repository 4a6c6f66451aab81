-- What a resident calls himself on a platform (网名): shown to advisers beside the name that he gave, never taken
-- for it. Sealed by the key of the conversation, and gone with it.
create table net_name (
  bucket smallint not null,
  conversation_id uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (bucket, conversation_id)
);
comment on column net_name.bucket is 'id';
comment on column net_name.conversation_id is 'id';
comment on column net_name.sealed is 'personal: the name on the platform, sealed';
comment on column net_name.at is 'time: when the platform was asked';

grant select, insert, update, delete on net_name to hearth_turn;
alter table net_name enable row level security;
alter table net_name force row level security;
create policy engine on net_name to hearth_turn using (true) with check (true);
