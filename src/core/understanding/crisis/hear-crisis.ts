import { type Clause, clausesOf } from '../clauses.ts'
import { type Compiled, candidates, type Ready } from '../compile.ts'
import type { CrisisRule } from '../lexicons.ts'
import { type Mapped, replaceIn, sliceMapped, spanOf } from '../mapped.ts'
import { type Crisis, type CrisisType, TIERS, type Tier } from '../understood.ts'
import { framesAt, lowered } from './frames.ts'

type Alarm = Exclude<Crisis, { readonly tier: 'none' }>

/**
 * Danger in a message: the highest tier of all rules that fire, on the message and on the last
 * messages joined (「我不想」「活了」). A rule only raises; what frames a clause lowers that rule alone.
 */
export function hearCrisis(heard: Mapped, before: readonly Mapped[], compiled: Compiled): Crisis {
  const alone = scan(clausesOf(heard), heard, 0, compiled)
  if (before.length === 0 && !/[ \t]/u.test(heard.text)) return alone ?? { tier: 'none' }
  const joined = joinUp(heard, before)
  const together = scan(clausesOf(joined.mapped, false), joined.mapped, joined.ownFrom, compiled)
  return higher(alone, together) ?? { tier: 'none' }
}

/** Without blanks: split typing leaves them anywhere. */
function joinUp(heard: Mapped, before: readonly Mapped[]) {
  const own = replaceIn(heard, /[ \t]+/gu, '')
  const earlier = before.map((b) => b.text.replace(/[ \t]+/gu, '')).join('')
  const zeros = Array.from({ length: earlier.length }, () => 0)
  const mapped: Mapped = {
    text: earlier + own.text,
    starts: [...zeros, ...own.starts],
    ends: [...zeros, ...own.ends],
  }
  return { mapped, ownFrom: earlier.length }
}

/** The gravest alarm among the clauses that reach into the message itself (from `ownFrom`). */
function scan(
  clauses: readonly Clause[],
  whole: Mapped,
  ownFrom: number,
  compiled: Compiled,
): Alarm | undefined {
  let worst: Alarm | undefined
  clauses.forEach((clause, i) => {
    if (clause.at + clause.text.length <= ownFrom) return
    for (const rule of candidates(compiled.crisis, compiled.sieves.crisis, clause.text)) {
      if (worst !== undefined && !isGraver(rule, worst)) continue
      const alarm = fire(rule, clauses, i, whole, ownFrom, compiled)
      worst = higher(worst, alarm)
    }
  })
  return worst
}

function fire(
  rule: Ready<CrisisRule>,
  clauses: readonly Clause[],
  i: number,
  whole: Mapped,
  ownFrom: number,
  compiled: Compiled,
): Alarm | undefined {
  const clause = clauses[i]
  if (clause === undefined) return undefined
  const match = rule.at.exec(clause.text)
  if (match === null || rule.not?.test(clause.text) === true) return undefined
  const start = clause.at + match.index
  const end = start + match[0].length
  if (end <= ownFrom) return undefined
  if (rule.needs !== undefined && !rule.needs.test(whole.text)) return undefined
  if (rule.around !== undefined || rule.apart !== undefined) {
    const around = passage(clauses, i)
    if (rule.around?.test(around) === false || rule.apart?.test(around) === true) return undefined
  }
  const frames = framesAt(clauses, i, match, compiled)
  const tier = lowered(rule.type, rule.tier, frames, compiled.lowering)
  if (tier === 'none') return undefined
  const own = sliceMapped(whole, Math.max(start, ownFrom), end)
  return {
    tier,
    type: rule.type,
    rule: rule.id,
    span: spanOf(own, 0, own.text.length),
    confidence: frames.length === 0 ? 0.9 : 0.6,
  }
}

/** The clause with two before and two after it: people tell one thing in several breaths. */
function passage(clauses: readonly Clause[], i: number): string {
  return clauses
    .slice(Math.max(0, i - 2), i + 3)
    .map((c) => c.text)
    .join(',')
}

function higher(a: Alarm | undefined, b: Alarm | undefined): Alarm | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return isGraver(b, a) ? b : a
}

type Danger = { readonly tier: Tier; readonly type: CrisisType }

/** By tier; in one tier by whose help comes first, wherever it stands in the text. */
function isGraver(a: Danger, b: Danger): boolean {
  const tiers = TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)
  return tiers === 0 ? FIRST.indexOf(a.type) < FIRST.indexOf(b.type) : tiers > 0
}

/**
 * Who says 「没钱买药，我不想活了」 needs the line for life first; a child that is beaten needs the child's line, which
 * knows violence too (domain: one card at a time, the gravest).
 */
const FIRST: readonly CrisisType[] = [
  'suicide',
  'child',
  'violence',
  'fire_gas',
  'medical',
  'missing',
  'no_medicine',
  'no_shelter',
  'no_food',
  'distress',
]
