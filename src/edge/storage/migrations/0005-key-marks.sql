-- One row for each key that ever wrapped a data key here, with something it wrapped: at the start
-- the ring must open all of them.
create table key_mark (
  id text primary key,
  proof bytea not null,
  first_used timestamptz not null
);
comment on column key_mark.id is 'id: of the key';
comment on column key_mark.proof is 'code: a random data key, wrapped';
comment on column key_mark.first_used is 'time';

grant select, insert, delete on key_mark to hearth_turn;
