import type { Instant } from '../../../../core/time.ts'
import type {
  Act,
  Asked,
  Expects,
  Money,
  Slots,
} from '../../../../core/understanding/understood.ts'

/** What a labelled file calls the question, and what the dialog calls it. */
const CONTEXTS: Readonly<Record<string, Expects>> = {
  open: 'open',
  any: 'text',
  yn: 'yes_no',
  q_spouse: 'open',
  q_income: 'money',
  q_household: 'household',
  q_age: 'age',
  q_birth: 'date',
  q_phone: 'phone',
  q_id: 'id_number',
  q_visit: 'date',
  q_since: 'date',
  q_address: 'address',
  opt: 'choices',
}

/** The options that questions of the file offer. */
const OPTIONS = ['收入困难', '就业困难', '住房困难', '看病困难', '孩子上学'].map((label) => ({
  label,
}))

/** An unknown context is an open question; a known kind of question may be named itself. */
export function askedOf(context: string, now: Instant): Asked {
  const expects = CONTEXTS[context] ?? 'open'
  const base = { expects, now, city: '3101' }
  return expects === 'choices' ? { ...base, options: OPTIONS } : base
}

/** The published names of acts: to ask whether this is a robot is a question like others. */
export function namesOf(acts: readonly { readonly act: Act }[]): readonly string[] {
  return [...new Set(acts.map(({ act }) => (act === 'robot' ? 'ask_info' : act)))]
}

export type SlotHit = { readonly slot: string; readonly hit: boolean }

/** Each labelled value and whether it was heard; kinds stand for the names of the file. */
export function slotHits(
  wanted: Readonly<Record<string, unknown>>,
  got: Slots,
): readonly SlotHit[] {
  return Object.entries(wanted).map(([slot, value]) => ({ slot, hit: isHeard(slot, value, got) }))
}

function isHeard(slot: string, value: unknown, got: Slots): boolean {
  switch (slot) {
    case 'income_monthly':
      return (got.money?.min ?? got.income_monthly) === value
    case 'income_monthly_min':
      return got.money?.min === value
    case 'income_monthly_max':
      return got.money?.max === value
    case 'parts':
      return alike((got.money satisfies Money | undefined)?.parts, value)
    case 'option':
      return alike(got.choice, value === 'none' ? [] : [value].flat())
    case 'label':
      return alike(
        got.choice?.map((n) => OPTIONS[n - 1]?.label),
        [value],
      )
    case 'phone_invalid':
      return (got.phone_invalid !== undefined) === value
    case 'id_card_valid':
      return got.id_number_valid === value
    case 'road':
      return got.address?.road === value
    case 'num':
      return got.address?.number === value
    case 'street':
    case 'committee':
      return got.address?.[slot] !== undefined
    case 'date_rel':
      return got.date !== undefined
    case 'age':
      return Object.entries(value ?? {}).every(
        ([who, years]) => got.age?.[who as keyof NonNullable<Slots['age']>] === years,
      )
    default:
      return alike(got[slot], value)
  }
}

function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
