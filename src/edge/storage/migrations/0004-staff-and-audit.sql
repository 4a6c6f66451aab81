-- People who work here, their sessions, and the record of who did what.

create table staff (
  district_id text not null,
  id uuid not null,
  login text not null,
  name text not null,
  role text not null check (role in ('adviser', 'supervisor', 'district', 'admin', 'auditor')),
  streets text[] not null default '{}',
  password text,
  active bool not null default true,
  created_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, login)
);
create index staff_login on staff (login);
comment on column staff.district_id is 'id';
comment on column staff.id is 'id';
comment on column staff.login is 'id';
comment on column staff.name is 'personal: name as residents and colleagues see it';
comment on column staff.role is 'code';
comment on column staff.streets is 'id: 9-digit streets whose cases this person may see';
comment on column staff.password is 'code: argon2id hash; null = no local sign-in';
comment on column staff.active is 'code';
comment on column staff.created_at is 'time';

create table session (
  id_hash bytea primary key,
  district_id text not null,
  staff_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_staff on session (district_id, staff_id);
create index session_expires on session (expires_at);
comment on column session.id_hash is 'code: SHA-256 of the random id in the cookie';
comment on column session.district_id is 'id';
comment on column session.staff_id is 'id';
comment on column session.created_at is 'time';
comment on column session.seen_at is 'time';
comment on column session.expires_at is 'time: absolute end';

-- Append-only for every role: nobody holds UPDATE or DELETE. One chain a street, so that streets
-- do not wait for each other; each row carries the hash of the one before.
create table audit (
  district_id text not null,
  chain text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  role text not null,
  street text not null,
  act text not null,
  object text not null,
  reason text not null default '',
  fields text[] not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (district_id, chain, seq)
);
create index audit_object on audit (district_id, object);
comment on column audit.district_id is 'id';
comment on column audit.chain is 'id: street, or district for what belongs to none';
comment on column audit.seq is 'count: 1, 2, 3 … within the chain';
comment on column audit.at is 'time';
comment on column audit.actor is 'id: staff, or the part of the house';
comment on column audit.role is 'code';
comment on column audit.street is 'id';
comment on column audit.act is 'code';
comment on column audit.object is 'id: what it was done to, as kind:id';
comment on column audit.reason is 'personal: what the actor gave as the reason, in own words';
comment on column audit.fields is 'code: names of the fields read or changed';
comment on column audit.prev_hash is 'code';
comment on column audit.hash is 'code: SHA-256 over the hash before and this row';

grant select, insert, update on staff to hearth_desk;
grant select, insert, update, delete on session to hearth_desk;
grant select, insert on audit to hearth_turn, hearth_desk, hearth_audit;

-- Signing in looks a login up before anybody knows the district: that one step runs as 'system'.
alter table staff enable row level security;
alter table staff force row level security;
create policy colleagues on staff to hearth_desk
  using (district_id = (select current_setting('app.district', true))
         or (select current_setting('app.role', true)) = 'system')
  with check (district_id = (select current_setting('app.district', true)));

alter table audit enable row level security;
alter table audit force row level security;
create policy engine on audit to hearth_turn using (true) with check (true);
create policy district on audit to hearth_desk
  using (district_id = (select current_setting('app.district', true)))
  with check (district_id = (select current_setting('app.district', true)));
create policy auditor on audit to hearth_audit using (true) with check (true);
