import type { NotCarried, SheetRow, Sheets } from '../sheets.ts'

/** The sheets with one name for each column, and the texts of one language under the plain name of their column. */
export type Tidy = Sheets & { readonly left: readonly NotCarried[] }

/**
 * XLSForms are written by hand: columns come in capitals, with older names, with one colon or two, in several
 * languages. What no column here is for is told once a column.
 */
export function tidySheets({ survey, choices, settings }: Sheets): Tidy {
  const rows = { survey: survey.map(renamed), choices: choices.map(renamed) }
  const said = settings.map(renamed)
  const languages = [...new Set([...rows.survey, ...rows.choices].flatMap(languagesIn))]
  const chinese = languages.find((each) => /chinese|中文|\bzh\b/i.test(each))
  const own =
    chinese ?? languages.find((each) => each === said[0]?.default_language) ?? languages[0]
  const foreign = languages.filter((each) => each !== own)
  const tidy = {
    survey: rows.survey.map((row) => inLanguage(row, own)),
    choices: rows.choices.map((row) => inLanguage(row, own)),
    settings: said,
  }
  return {
    ...tidy,
    left: [
      ...(foreign.length > 0
        ? [{ code: 'languages', at: 'survey', what: foreign.join(', ') } as const]
        : []),
      ...strangeIn('survey', tidy.survey, SURVEY),
      ...strangeIn('choices', tidy.choices, CHOICES),
      ...strangeIn('settings', tidy.settings, SETTINGS),
    ],
  }
}

const TEXTS = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'] as const

const MEDIA = ['image', 'audio', 'video', 'big-image']

const SURVEY = new Set<string>([
  ...[
    'type',
    'name',
    'relevant',
    'required',
    'constraint',
    'calculation',
    'choice_filter',
    'default',
  ],
  ...['appearance', 'parameters', 'read_only', 'repeat_count', 'trigger', ...TEXTS, ...MEDIA],
])
const CHOICES = new Set<string>(['list_name', 'name', 'label'])
/** Those of a form that a flow has no use for are of the program that fills it in. */
const SETTINGS = new Set<string>(['form_title', 'form_id', 'default_language'])

/** Names by which columns went in older forms. */
const OLDER: Readonly<Record<string, string>> = {
  ...{ caption: 'label', relevance: 'relevant', 'list name': 'list_name', list: 'list_name' },
  ...{ value: 'name', title: 'form_title', id_string: 'form_id', 'set form id': 'form_id' },
  ...{ 'set form title': 'form_title', calculate: 'calculation', 'read only': 'read_only' },
  ...{ readonly: 'read_only', repeat: 'repeat_count', count: 'repeat_count' },
  ...{ 'constraint message': 'constraint_message', 'required message': 'required_message' },
  ...{ constraining_message: 'constraint_message', requiredmsg: 'required_message' },
}

/** `LABEL : English` → `label::English`, `bind::relevant` → `relevant`, `media::image` → `image`. */
function columnOf(head: string): string {
  if (head.startsWith('hearth::')) return head
  const [first = '', ...rest] = head.split(/\s*::?\s*/)
  const outer = first.trim().toLowerCase()
  const [kind, tail] =
    /^(?:bind|media|control)$/.test(outer) && rest[0] ? [rest[0], rest.slice(1)] : [outer, rest]
  const plain = kind.toLowerCase()
  return [OLDER[plain] ?? plain, ...tail].join('::')
}

const renamed = (row: SheetRow): SheetRow =>
  Object.fromEntries(Object.entries(row).map(([head, cell]) => [columnOf(head), cell]))

const textColumn = (column: string): readonly [string, string] | null => {
  const [name = '', language] = column.split('::')
  const isText = TEXTS.some((each) => each === name) || MEDIA.includes(name)
  return isText && language ? [name, language] : null
}

const languagesIn = (row: SheetRow): readonly string[] =>
  Object.keys(row).flatMap((column) => textColumn(column)?.[1] ?? [])

/** The chosen language under the plain names; a text without a language stands before it. */
function inLanguage(row: SheetRow, own: string | undefined): SheetRow {
  const plain = Object.entries(row).filter(([column]) => textColumn(column) === null)
  const said = Object.entries(row).flatMap(([column, cell]) => {
    const [name, language] = textColumn(column) ?? []
    return name !== undefined && language === own ? [[name, cell] as const] : []
  })
  return Object.fromEntries([...said, ...plain])
}

function strangeIn(
  at: string,
  rows: readonly SheetRow[],
  known: ReadonlySet<string>,
): readonly NotCarried[] {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...columns]
    .filter((each) => !known.has(each) && !each.startsWith('hearth::') && !textColumn(each))
    .map((what) => ({ code: 'setting', at, what }))
}
