-- The petty cash of a community (社区临时救助备用金): one account each, and one ledger in which every movement stands
-- with the balance it left. Who pays holds the account's row, so that two payments never take the same money.

create table petty_cash (
  district_id text not null,
  committee_id text not null,
  street_id text not null,
  limit_once bigint not null check (limit_once > 0),
  balance bigint not null default 0 check (balance >= 0),
  lines int not null default 0,
  opened_at timestamptz not null,
  primary key (district_id, committee_id)
);
create index petty_cash_street on petty_cash (district_id, street_id);
comment on column petty_cash.district_id is 'id';
comment on column petty_cash.committee_id is 'id: 12-digit committee';
comment on column petty_cash.street_id is 'id: street of the committee';
comment on column petty_cash.limit_once is 'count: fen that one payment may be at most';
comment on column petty_cash.balance is 'count: fen; always the sum of its lines';
comment on column petty_cash.lines is 'count: of its lines; the next one is one more';
comment on column petty_cash.opened_at is 'time';

-- Append-only: nobody holds UPDATE or DELETE. A mistake is put right by a line of its own.
create table petty_cash_line (
  district_id text not null,
  committee_id text not null,
  seq int not null,
  street_id text not null,
  id uuid not null,
  kind text not null check (kind in ('top_up', 'payment', 'given_back')),
  amount bigint not null,
  balance bigint not null check (balance >= 0),
  household_id uuid,
  record_id uuid,
  first_by uuid,
  by uuid not null,
  at timestamptz not null,
  primary key (district_id, committee_id, seq),
  unique (district_id, id)
);
create unique index petty_cash_once on petty_cash_line (district_id, record_id) where kind = 'payment';
comment on column petty_cash_line.district_id is 'id';
comment on column petty_cash_line.committee_id is 'id';
comment on column petty_cash_line.seq is 'count: 1, 2, 3 … within the account';
comment on column petty_cash_line.street_id is 'id';
comment on column petty_cash_line.id is 'id: made by who writes, so that writing twice is writing once';
comment on column petty_cash_line.kind is 'code';
comment on column petty_cash_line.amount is 'count: fen; a payment is less than nothing';
comment on column petty_cash_line.balance is 'count: fen after this line';
comment on column petty_cash_line.household_id is 'id: to whom it was paid';
comment on column petty_cash_line.record_id is 'id: the record of the aid';
comment on column petty_cash_line.first_by is 'id: staff who asked for the payment';
comment on column petty_cash_line.by is 'id: staff who did it, the second person of a payment';
comment on column petty_cash_line.at is 'time';

grant select, insert, update on petty_cash to hearth_desk;
grant select, insert on petty_cash_line to hearth_desk;

do $$
declare
  family text;
  seen constant text :=
    'district_id = (select current_setting(''app.district'', true))
     and (street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[])
          or (select current_setting(''app.role'', true)) in (''district'', ''admin''))';
begin
  foreach family in array array['petty_cash', 'petty_cash_line'] loop
    execute format('alter table %I enable row level security', family);
    execute format('alter table %I force row level security', family);
    execute format('create policy street on %I to hearth_desk using (%s) with check (%s)', family, seen, seen);
  end loop;
end $$;
