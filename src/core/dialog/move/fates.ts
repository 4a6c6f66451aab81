const STAYS = ['other_talk', 'danger', 'person', 'errand'] as const

/** Why somebody is left where he is: a talk of another kind, a danger, a person on it, an adviser's own questions. */
export type Stays = (typeof STAYS)[number]

export const FATES = ['goes_on', 'asked_more', 'removed', 'ends', ...STAYS] as const

/** goes_on: the same question. asked_more: others come besides. removed: his is gone. ends: nothing is left to ask. */
export type Fate = (typeof FATES)[number]
