/** A record as it is, kept before a change; `r` is the record, `which` says of which. */
export const keepPastOf = (which: string): string => `insert into file_record_past
      (district_id, household_id, id, version, street_id, state, detail, sealed, by, at)
    select r.district_id, r.household_id, r.id, r.version, r.street_id, r.state,
      r.detail || jsonb_strip_nulls(jsonb_build_object('owner', r.owner_id, 'dueOn', r.due_on,
        'day', r.day, 'amount', r.amount)), r.sealed, r.changed_by, r.changed_at
    from file_record r ${which}`

/** The same of one: district, household, id. */
export const KEEP_PAST = {
  name: 'file_record_keep_past',
  text: keepPastOf('where r.district_id = $1 and r.household_id = $2 and r.id = $3'),
}
