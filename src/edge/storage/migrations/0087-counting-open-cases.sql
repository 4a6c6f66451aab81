-- What the numbers above a list are counted from, so that thousands of open cases are counted without reading a
-- row of them (measured among 20,000 cases).
create index help_case_counts on help_case (district_id, street_id)
  include (id, status, offered_to, claimed_by, snoozed_until, acknowledged_at, acknowledge_due, contacted_at,
           contact_due, contact_tries, urgency, crisis, grade_high)
  where status in ('waiting', 'unfinished', 'claimed');
