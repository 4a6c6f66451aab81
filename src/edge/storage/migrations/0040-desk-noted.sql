-- What advisers know better than the first request, cases that are put aside for a while, the second half
-- of a case number in the search, and phrases that a whole street shares.

alter table help_case add column snoozed_until timestamptz;
alter table help_case add column noted bytea;
alter table help_case add column number_tail text generated always as (right(number, 4)) stored;
comment on column help_case.snoozed_until is 'time: until when its adviser has put it aside; clocks go on';
comment on column help_case.noted is 'personal: name, phone and address as an adviser noted them, sealed';
comment on column help_case.number_tail is 'id: last four digits of the number, to find it by';
create index help_case_number_tail on help_case (district_id, number_tail);

-- Who leads a street keeps its shared phrases; district and admin those of every street.
do $$
declare
  leads constant text :=
    'district_id = (select current_setting(''app.district'', true)) and street_id <> ''''
     and ((select current_setting(''app.role'', true)) in (''district'', ''admin'')
          or (select current_setting(''app.role'', true)) = ''supervisor''
             and street_id = any ((select string_to_array(current_setting(''app.streets'', true), '',''))::text[]))';
begin
  execute format('create policy leads on saved_phrase to hearth_desk using (%s) with check (%s)', leads, leads);
end $$;
