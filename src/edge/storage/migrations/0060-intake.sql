-- Cases that no resident wrote: work orders of the 12345 hotline, referrals, reports. The number of the
-- order makes it once; what happens to its case goes back to who sent it, through an outbox.
create table intake_order (
  district_id text not null,
  source text not null,
  number text not null,
  case_id uuid not null,
  case_number text not null,
  hashes bytea[] not null,
  received_at timestamptz,
  taken_at timestamptz not null,
  told_seq int not null default 0,
  watched bool not null default true,
  primary key (district_id, source, number)
);
create index intake_order_watched on intake_order (district_id, case_id) where watched;
comment on column intake_order.district_id is 'id: of this house, which took it; the case may lie in another';
comment on column intake_order.source is 'code: hotline, referral, report';
comment on column intake_order.number is 'id: the sender''s own number';
comment on column intake_order.case_id is 'id';
comment on column intake_order.case_number is 'id: what the sender is told';
comment on column intake_order.hashes is 'personal: keyed hashes of what came under this number, so that the same words are not taken twice';
comment on column intake_order.received_at is 'time: when the sender took it';
comment on column intake_order.taken_at is 'time: when this house took it';
comment on column intake_order.told_seq is 'count: line of the history of the case up to which the outbox was filled';
comment on column intake_order.watched is 'code: false = nothing more will be told';

create table intake_telling (
  district_id text not null,
  case_id uuid not null,
  seq int not null,
  source text not null,
  number text not null,
  what text not null,
  at timestamptz not null,
  detail jsonb not null,
  due_at timestamptz,
  lease_until timestamptz,
  tries smallint not null default 0,
  told_at timestamptz,
  primary key (district_id, case_id, seq)
);
create index intake_telling_due on intake_telling (district_id, due_at) where told_at is null;
comment on column intake_telling.district_id is 'id: of the house that took the order';
comment on column intake_telling.case_id is 'id';
comment on column intake_telling.seq is 'count: line of the history that is told';
comment on column intake_telling.source is 'code';
comment on column intake_telling.number is 'id: of the order';
comment on column intake_telling.what is 'code: claimed, contacted, transferred, closed, reopened';
comment on column intake_telling.at is 'time: when it happened';
comment on column intake_telling.detail is 'code: number of the case, street and outcome';
comment on column intake_telling.due_at is 'time: of the next try; null = tried too often, for an operator';
comment on column intake_telling.lease_until is 'time: until then a worker has it';
comment on column intake_telling.tries is 'count';
comment on column intake_telling.told_at is 'time: when the sender said that it has it';

grant select, insert, update on intake_order, intake_telling to hearth_turn;

alter table intake_order enable row level security;
alter table intake_order force row level security;
create policy engine on intake_order to hearth_turn using (true) with check (true);
alter table intake_telling enable row level security;
alter table intake_telling force row level security;
create policy engine on intake_telling to hearth_turn using (true) with check (true);
