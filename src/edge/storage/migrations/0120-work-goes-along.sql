-- What is to be done goes along with its case: who had it last is known also while nobody has it.

alter table help_case add column left_by uuid;
comment on column help_case.left_by is 'id: staff who had the case last; null = nobody has had it';

-- A link that a partner holds goes to another street with its household.
grant select, update on outside_link to hearth_turn;
create policy engine on outside_link to hearth_turn using (true) with check (true);
create policy admitted on outside_link to hearth_desk
  using (district_id = (select current_setting('app.district', true))
     and household_id = any ((select string_to_array(current_setting('app.offered', true), ','))::uuid[]))
  with check (district_id = (select current_setting('app.district', true))
     and household_id = any ((select string_to_array(current_setting('app.offered', true), ','))::uuid[]));
