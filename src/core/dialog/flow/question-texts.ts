/** What residents read of a question, besides the labels of its options. */
export const QUESTION_TEXTS = [
  'ask',
  'hint',
  'why',
  'miss',
  'confirm',
  'noted',
  'heard',
  'reflect',
] as const
