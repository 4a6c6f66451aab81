/** Whom a sentence is about, seen from the person who writes. */
export const WHO = [
  'self',
  'spouse',
  'child',
  'grandchild',
  'parent',
  'mother',
  'father',
  'grandparent',
  'sibling',
  'household',
  'other',
] as const

export type Who = (typeof WHO)[number]
