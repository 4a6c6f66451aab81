/**
 * Kinds of records that are somebody's to do. They go along with their case or their household to whoever has it
 * next: a visit that nobody owns any more would be forgotten.
 */
export const WORK_KINDS: readonly string[] = [
  'follow_up',
  'reminder',
  'plan',
  'measure',
  'subtask',
  'referral',
  'aid',
]
