/** What single keys do (experience: Linear's triage keys). The words are `keys.<act>`. */
export const KEY_MAP = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['1', 'claim'],
  ['2', 'same_phone'],
  ['3', 'transfer'],
  ['h', 'snooze'],
  ['i', 'household'],
  ['a', 'place'],
  ['u', 'undo'],
  ['t', 'take_over'],
  ['r', 'reply'],
  ['n', 'note'],
  ['/', 'phrases'],
  ['e', 'evidence'],
  ['f', 'contact'],
  ['p', 'plan'],
  ['v', 'visits'],
  ['s', 'service'],
  ['d', 'close_case'],
  ['c', 'confirm'],
  ['g t', 'go_today'],
  ['g q', 'go_queue'],
  ['g c', 'go_mine'],
  ['g a', 'go_alerts'],
  ['g h', 'go_households'],
  ['g f', 'go_followups'],
  ['g b', 'go_board'],
  ['g p', 'go_phrases'],
  ['?', 'help'],
  ['Escape', 'back'],
] as const

export type KeyAct = (typeof KEY_MAP)[number][1]

const ACTS = new Map<string, KeyAct>(KEY_MAP)

/** The act of a key or of two keys one after the other. */
export const actOf = (keys: string): KeyAct | undefined => ACTS.get(keys)

export const startsSequence = (key: string): boolean =>
  KEY_MAP.some(([keys]) => keys.startsWith(`${key} `))
