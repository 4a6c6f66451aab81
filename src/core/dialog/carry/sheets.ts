/** The three sheets of an XLSForm workbook, a row each with its cells by the name of their column. */
export type Sheets = {
  readonly survey: readonly SheetRow[]
  readonly choices: readonly SheetRow[]
  readonly settings: readonly SheetRow[]
}

export type SheetRow = Readonly<Record<string, string>>

/** Something that the other format does not have, and where it stood. Words for `code` are the screen's. */
export type NotCarried = {
  readonly code: NotCarriedCode
  /** Step, row or node. */
  readonly at: string
  /** What it said. */
  readonly what: string
}

export const NOT_CARRIED = [
  'condition',
  'check',
  'step_kind',
  'question_kind',
  'repeat',
  'calculation',
  'jump',
  'action',
  'expression',
  'split',
  'timeout',
  'languages',
  'attachment',
  'quick_reply',
  'shortened',
  'unreached',
  'setting',
] as const

type NotCarriedCode = (typeof NOT_CARRIED)[number]

/** Texts of a question that go in columns of our own. */
export const EXTRA_TEXTS = ['confirm', 'noted', 'heard', 'reflect'] as const
