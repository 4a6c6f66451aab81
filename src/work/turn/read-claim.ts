import { DAY, type Instant, MINUTE } from '../../core/time.ts'
import { readPhone } from '../../core/understanding/slots/phone.ts'
import type { Notes } from '../ports/turns.ts'

/** What a text is to the wish to go on with an older talk (接着原来的说). */
export type ClaimStep =
  | { readonly says: 'number'; readonly number: string }
  | { readonly says: 'phone'; readonly phone: string }
  | { readonly says: 'no_phone' }
  | { readonly says: 'code' }
  | { readonly says: 'too_often' }

/** A wish that nobody went on with is forgotten; the code itself is good for ten minutes. */
export const CLAIM_LASTS = 15 * MINUTE
/** Wishes of one conversation a day: enough for slips of the finger, too few for guessing. */
const MOST_CLAIMS = 3
/** Longer texts tell a story, whatever number stands in them. */
const LONGEST = 60

/** Null: it is for the dialog. Pure; `marks` are the words that a number follows (我的编号 …). */
export function readClaim(
  text: string,
  notes: Notes,
  marks: readonly string[],
  now: Instant,
): ClaimStep | null {
  const said = text.normalize('NFKC').trim()
  if (said.length > LONGEST || notes.cases.length > 0) return null
  const number = numberIn(said, marks)
  if (number) return triesSince(notes, now) >= MOST_CLAIMS ? TOO_OFTEN : { says: 'number', number }
  const { claim } = notes
  if (!claim || now > claim.until) return null
  return claim.step === 'phone' ? phoneIn(said) : codeIn(said)
}

/** Tries of the last day. */
export function claimedLately({ claimed = [] }: Notes, now: Instant): readonly Instant[] {
  return claimed.filter((at) => now - at < DAY)
}

const triesSince = (notes: Notes, now: Instant) => claimedLately(notes, now).length

const TOO_OFTEN: ClaimStep = { says: 'too_often' }

/** `4738-2915`, at most some characters behind the word for it. */
const NUMBER = /(?<!\d)([1-9]\d{3})[-–—\s]?(\d{4})(?!\d)/u

function numberIn(said: string, marks: readonly string[]): string | null {
  const mark = marks.find((each) => said.includes(each))
  if (mark === undefined) return null
  const found = NUMBER.exec(said.slice(said.indexOf(mark)))
  return found ? `${found[1]}-${found[2]}` : null
}

/** Seven digits and more were meant as a phone number; fewer answer a question of the dialog. */
function phoneIn(said: string): ClaimStep | null {
  const { phone, phone_invalid: bad } = readPhone(said)
  if (phone !== undefined) return { says: 'phone', phone }
  return bad && bad.digits >= 7 ? { says: 'no_phone' } : null
}

const codeIn = (said: string): ClaimStep | null =>
  said.replace(/\D/g, '').length === CODE ? { says: 'code' } : null

const CODE = 6

/** The code that a text holds, digits only. */
export const codeOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
