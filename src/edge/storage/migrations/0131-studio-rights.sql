-- What somebody may do in the studio beside what the role allows: write translations, or answer for words of danger
-- and consent (agreed with a law office). A release that changes such words is locked until one of the latter clears it.

create table studio_right (
  district_id text not null,
  staff_id uuid not null,
  kind text not null check (kind in ('translate', 'legal')),
  by uuid not null,
  at timestamptz not null,
  primary key (district_id, staff_id, kind)
);
comment on column studio_right.district_id is 'id';
comment on column studio_right.staff_id is 'id: who has it';
comment on column studio_right.kind is 'code';
comment on column studio_right.by is 'id: admin who gave it';
comment on column studio_right.at is 'time';

alter table studio_release add column locked boolean not null default false;
alter table studio_release add column cleared_by uuid;
alter table studio_release add column cleared_at timestamptz;
comment on column studio_release.locked is 'code: it changes words of danger or consent';
comment on column studio_release.cleared_by is 'id: staff who answers for these words; never who submitted';
comment on column studio_release.cleared_at is 'time';

grant select, insert, delete on studio_right to hearth_desk;
alter table studio_right enable row level security;
alter table studio_right force row level security;
create policy district on studio_right to hearth_desk
  using (district_id = (select current_setting('app.district', true)))
  with check (district_id = (select current_setting('app.district', true)));
