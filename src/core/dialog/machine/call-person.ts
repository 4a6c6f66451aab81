import { isOpen } from '../../routing/calendar.ts'
import { phrase } from '../say/phrase.ts'
import type { Setting } from '../setting.ts'
import { withCase } from './deeds.ts'
import { type Action, note, remember, tell } from './moves.ts'

/** A person is always to be had; without a case yet, one is opened with what is known, or nobody would see it. */
export function callPerson(setting: Setting, reason: 'asked' | 'misses'): readonly Action[] {
  return [
    remember((m, s) => ({ ...withCase(m, s, 'unfinished'), wantsPerson: true })),
    note((m) => ({ type: 'person_asked', reason, case: m.caseRef?.number ?? null })),
    tell((m, s) => phrase(setting, phraseKey(setting, reason, s.now), m, s.now)),
  ]
}

/** At night and on holidays: when the office opens, and who helps until then (rule 21). */
function phraseKey(setting: Setting, reason: 'asked' | 'misses', now: number): string {
  const { calendar, office } = setting.house.town
  if (!isOpen(now, calendar, office)) return 'person.closed'
  return reason === 'misses' ? 'miss.person' : 'person.open'
}
