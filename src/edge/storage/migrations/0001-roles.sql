-- The roles that the parts of the house run as. They cannot log in: the login of DATABASE_URL
-- becomes one of them for each connection (`-c role=…`), so a mistake in one part cannot reach
-- what belongs to another. None of them may bypass row security.
do $$
declare
  part text;
  -- Since PostgreSQL 16 being a member and being allowed to become the role are two things.
  become text := case when current_setting('server_version_num')::int >= 160000
                      then 'SET' else 'MEMBER' end;
begin
  foreach part in array array['hearth_turn', 'hearth_desk', 'hearth_audit'] loop
    begin
      if not exists (select from pg_roles where rolname = part) then
        execute format('create role %I nologin nosuperuser nobypassrls', part);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- made by another database of the same server at this moment
    end;
    if not pg_has_role(current_user, part, become) then
      execute format('grant %I to current_user', part);
    end if;
    execute format('grant usage on schema public to %I', part);
  end loop;
end $$;
