-- Documents that an office edits: flows, parameters, lexicons … A document is a text file of the house, known by
-- its path. A draft is what somebody is writing; a release is a set of changed documents that a second person
-- approves. What is in force are the files as shipped, overlaid by the texts of the newest published release.

create table studio_draft (
  district_id text not null,
  path text not null,
  body text,
  version int not null,
  by uuid not null,
  at timestamptz not null,
  primary key (district_id, path)
);
comment on column studio_draft.district_id is 'id';
comment on column studio_draft.path is 'id: of the file in the house';
comment on column studio_draft.body is 'text: as it stands; null = put away, its version goes on counting';
comment on column studio_draft.version is 'count: of saves; who saves names the version that was read';
comment on column studio_draft.by is 'id: staff who saved last';
comment on column studio_draft.at is 'time';

create table studio_release (
  district_id text not null,
  number int not null,
  state text not null check (state in
    ('submitted', 'approved', 'published', 'refused', 'withdrawn', 'replaced')),
  note text not null,
  paths text[] not null,
  ticked text[] not null,
  by uuid not null,
  at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  publish_at timestamptz,
  published_at timestamptz,
  of_number int,
  failed text check (failed in ('stale', 'errors')),
  primary key (district_id, number)
);
-- One is in force, whoever publishes at the same moment.
create unique index studio_release_in_force on studio_release (district_id) where state = 'published';
create index studio_release_due on studio_release (district_id, publish_at) where state = 'approved';
comment on column studio_release.district_id is 'id';
comment on column studio_release.number is 'count: 1, 2, 3 … within the district';
comment on column studio_release.state is 'code';
comment on column studio_release.note is 'text: what changes and why';
comment on column studio_release.paths is 'id: documents that differ from the release before';
comment on column studio_release.ticked is 'code: keys of the warnings that were looked at';
comment on column studio_release.by is 'id: staff who submitted it';
comment on column studio_release.at is 'time';
comment on column studio_release.decided_by is 'id: staff who decided, never who submitted, except when an older one is brought back';
comment on column studio_release.decided_at is 'time';
comment on column studio_release.decision is 'text: words of who decided';
comment on column studio_release.publish_at is 'time: when it is to go live';
comment on column studio_release.published_at is 'time';
comment on column studio_release.of_number is 'id: release that was brought back; 0 = the files as shipped';
comment on column studio_release.failed is 'code: why it could not be published';

-- What a release changes, frozen when it is submitted. Never changed again.
create table studio_change (
  district_id text not null,
  number int not null,
  path text not null,
  before text,
  after text,
  primary key (district_id, number, path)
);
comment on column studio_change.district_id is 'id';
comment on column studio_change.number is 'id: of the release';
comment on column studio_change.path is 'id';
comment on column studio_change.before is 'text: in force when it was submitted; null = no such document';
comment on column studio_change.after is 'text: as it shall be; null = no such document any more';

-- The whole overlay of a published release. Never changed again.
create table studio_text (
  district_id text not null,
  number int not null,
  path text not null,
  body text not null,
  shipped_hash text,
  primary key (district_id, number, path)
);
comment on column studio_text.district_id is 'id';
comment on column studio_text.number is 'id: of the release';
comment on column studio_text.path is 'id';
comment on column studio_text.body is 'text: in force since then';
comment on column studio_text.shipped_hash is 'code: of the shipped file that it was made from; null = there was none';

grant select, insert, update on studio_draft, studio_release to hearth_desk;
grant select, insert on studio_change, studio_text to hearth_desk;

do $$
declare
  family text;
  own constant text := 'district_id = (select current_setting(''app.district'', true))';
begin
  foreach family in array array['studio_draft', 'studio_release', 'studio_change', 'studio_text'] loop
    execute format('alter table %I enable row level security', family);
    execute format('alter table %I force row level security', family);
    execute format('create policy district on %I to hearth_desk using (%s) with check (%s)', family, own, own);
  end loop;
end $$;
