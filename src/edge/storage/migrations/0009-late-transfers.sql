-- The house calls leads and the district when nobody answers for a transfer: it must know who they
-- are, but neither names nor passwords.
grant select (district_id, id, role, streets, active) on staff to hearth_turn;
create policy engine on staff for select to hearth_turn using (true);
