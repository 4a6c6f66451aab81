-- What residents send besides words: pictures, recordings, documents. The bytes lie outside the
-- database (HEARTH_DATA/files), sealed with the key of their conversation; here is what there is.
create table file (
  bucket smallint not null,
  conversation_id uuid not null,
  id uuid not null,
  place text not null,
  media text not null check (media in ('image', 'audio', 'file')),
  type text not null,
  bytes int not null,
  at timestamptz not null,
  primary key (bucket, conversation_id, id)
);
comment on column file.bucket is 'id';
comment on column file.conversation_id is 'id';
comment on column file.id is 'id: from the keyed hash of the content, so that the same file sent twice is one';
comment on column file.place is 'code: keyed hash of the content, its name on disk';
comment on column file.media is 'code: image, audio, file';
comment on column file.type is 'code: what it is, told by its first bytes';
comment on column file.bytes is 'count: size before sealing';
comment on column file.at is 'time';

grant select, insert, delete on file to hearth_turn;
grant select on file to hearth_desk;

-- As with turns: the desk reaches a file only through a case that it has seen.
alter table file enable row level security;
alter table file force row level security;
create policy engine on file to hearth_turn using (true) with check (true);
create policy admitted on file for select to hearth_desk
  using (conversation_id::text = (select current_setting('app.conversation', true)));
