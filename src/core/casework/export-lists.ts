/** What a file leaves the house for. */
export const EXPORT_PURPOSES = [
  'resident_copy',
  'application',
  'transfer',
  'review',
  'archive',
] as const

/** Parts of a file; each is a table of its own in CSV. */
export const EXPORT_PARTS = [
  'cases',
  'members',
  'assessments',
  'needs',
  'benefits',
  'services',
  'papers',
  'consents',
  'records',
  'timeline',
] as const
