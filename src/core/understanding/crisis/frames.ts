import type { Clause } from '../clauses.ts'
import type { Compiled } from '../compile.ts'
import type { Frame } from '../lexicons.ts'
import { type CrisisType, TIERS, type Tier } from '../understood.ts'

/** What frames a match: 「没有想」 before it, 「以前」 in its clause, 「电视里」, 「怕」 … */
export function framesAt(
  clauses: readonly Clause[],
  i: number,
  match: RegExpExecArray,
  compiled: Compiled,
): readonly Frame[] {
  const { frames } = compiled
  const [clause, previous] = [clauses[i]?.text ?? '', clauses[i - 1]?.text ?? '']
  const matched = match[0]
  const left = clause.slice(0, match.index)
  const found: Frame[] = []
  const denied = isDenied(left, matched, frames.negated)
  if (denied || frames.denied.test(left.slice(-4) + matched)) found.push('negated')
  if (frames.past.test(clause) && !frames.now.test(clause.replace(frames.past, ''))) {
    found.push('past')
  }
  if (frames.feared.test(left)) found.push('feared')
  if (frames.supposed.test(left)) found.push('supposed')
  if (frames.media.test(clause) || (frames.media.test(previous) && left.length <= 4)) {
    found.push('media')
  }
  if (frames.bereaved.test(clause) && !/快|现在|刚|救/u.test(clause) && matched.length <= 8) {
    found.push('bereaved')
  }
  if (frames.thing.test(clause) && !frames.somebody.test(clause)) found.push('thing')
  const after = [clause.slice(match.index), textOf(clauses.slice(i + 1, i + 3))].join(',')
  if (frames.over.test(after)) found.push('over')
  return [...found, ...framesOfPassage(clauses, i, compiled)]
}

/**
 * What is told of another time, or of somebody who is gone, says so once: in the clause, right before it or in
 * the three after it (「生老二的时候大出血，抢救过来的，都三十年了」). Whatever goes on nearby (还, 又, 昨天) cancels it.
 */
function framesOfPassage(
  clauses: readonly Clause[],
  i: number,
  { frames }: Compiled,
): readonly Frame[] {
  const told = textOf(clauses.slice(Math.max(0, i - 1), i + 4))
  const found = (['bygone', 'gone'] as const).filter((name) => frames[name].test(told))
  return frames.still.test(told.replace(frames.bygone, '')) ? [] : found
}

function textOf(clauses: readonly Clause[]): string {
  return clauses.map((c) => c.text).join(',')
}

/** 「没钱，没饭吃」: words that deny by themselves are denied only by 「不是」. */
function isDenied(left: string, matched: string, negated: RegExp): boolean {
  if (/^不想/u.test(matched) && /(?:没有|没说|谁说|嘴上说)$/u.test(left)) return true
  if (/[没无]|断(?!粮|药|炊)|不(?!下|了|起)/u.test(matched))
    return /(?:不是|并非|并没有|没有说)$/u.test(left)
  return negated.test(left)
}

/** The lowest tier that the frames leave of a rule's own tier. */
export function lowered(
  type: CrisisType,
  tier: Tier,
  frames: readonly Frame[],
  table: Compiled['lowering'],
): Tier {
  return frames.reduce<Tier>((left, frame) => {
    const to = table[frame][type] ?? table[frame].default
    if (to === undefined) return left
    return TIERS.indexOf(to) < TIERS.indexOf(left) ? to : left
  }, tier)
}
