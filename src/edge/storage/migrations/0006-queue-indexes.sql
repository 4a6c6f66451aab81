-- Open cases whose clocks have not run out yet, the next first: what the round of the clocks looks at.
create index help_case_clocks on help_case (district_id, least(acknowledge_due, contact_due))
  where breached_at is null and status in ('waiting', 'unfinished', 'claimed');

-- The queue of a whole district in the same order, for those who see all of it.
create index help_case_queue_of_district on help_case
  (district_id, crisis_rank, breached_at, urgency_rank, contact_due, points_high desc nulls last,
   opened_at, id)
  where status in ('waiting', 'unfinished');
