/** Two tries were logged and nobody answered: as core/casework/case-clocks says it. */
export const PAUSED = `(contact_tries >= 2 and urgency = 'normal' and crisis is null)`

/** A clock of an open case has run out (超时). `now` is the place of the time among the values. */
export const overdue = (now: string): string =>
  `(acknowledged_at is null and acknowledge_due < ${now}
    or contacted_at is null and contact_due < ${now} and not ${PAUSED})`

export const OPEN = `status in ('waiting', 'unfinished', 'claimed')`
