import type { Who } from '../people/kin.ts'
import { type Compiled, candidates } from './compile.ts'

/** A word that names a person, in the place where it stands. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly who: Who
  readonly word: string
}

/** The text whose persons were looked for last: one message asks for them several times. */
const latest = new WeakMap<
  Compiled,
  { readonly text: string; readonly found: readonly Mention[] }
>()

/** All persons that a text names, in order; of overlapping words the longest counts. */
export function mentionsOf(text: string, compiled: Compiled): readonly Mention[] {
  const before = latest.get(compiled)
  if (before?.text === text) return before.found
  const found = lookFor(text, compiled)
  latest.set(compiled, { text, found })
  return found
}

function lookFor(text: string, compiled: Compiled): readonly Mention[] {
  const found: Mention[] = []
  for (const kin of candidates(compiled.kin, compiled.sieves.kin, text)) {
    for (const match of text.matchAll(kin.at)) {
      const end = match.index + match[0].length
      found.push({ start: match.index, end, who: kin.who, word: match[0] })
    }
  }
  const longestFirst = found.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const kept: Mention[] = []
  for (const one of longestFirst) {
    if (!kept.some((k) => one.start < k.end && k.start < one.end)) kept.push(one)
  }
  return withoutReflexives(
    kept.sort((a, b) => a.start - b.start),
    text,
  )
}

/** 「我爸自己洗不了澡」: 自己 is the person named before it. */
function withoutReflexives(mentions: readonly Mention[], text: string): readonly Mention[] {
  return mentions.filter((mention, i) => {
    if (mention.who === 'other') return !isBystander(mention, text)
    return mention.word !== '自己' || i === 0
  })
}

const DONE_TO = /(?:被|跟|和|同|问|向|住在?|睡在?|借了?|靠|找|像|比|对|给|让|连|没有?|除了|认识)$/u
const DOING =
  /^(?:们|家|里)?(?:一个)?(?:都|也|全|又|就|老|总|还|只)?(?:不|没|笑|骂|欺|嫌|瞧|打我|借|说我|劝|介绍|告诉|叫我|让我|散|搬|疏|躲|给我)/u

/** 「亲戚都不理我」「被同学笑」: others who do something to the one in need are not in need. */
function isBystander({ start, end }: Mention, text: string): boolean {
  return DONE_TO.test(text.slice(0, start)) || DOING.test(text.slice(end))
}

/** 他 or 她 as the one who begins a clause; 他们 and 他妈妈 are others. */
const HE_OR_SHE =
  /(?<=^|[,。.!?;:\s、…]|[,。.!?;:\s、…](?:但|可|所以|现在|结果|而且|但是|可是|就是))[他她](?!们|爸|妈|爹|娘|爷|奶|哥|姐|弟|妹|老|家|的)/gu

/** With those meant by 他 and 她: 「我爸在老家，我顾不到，他最近头晕」 is the father's. */
export function withPronouns(mentions: readonly Mention[], text: string): readonly Mention[] {
  const meant = Array.from(text.matchAll(HE_OR_SHE), ({ 0: word, index: start }) => {
    const named = mentions.findLast((m) => m.end <= start && !NOT_THIRD.has(m.who))
    return named === undefined ? [] : [{ start, end: start + word.length, who: named.who, word }]
  }).flat()
  if (meant.length === 0) return mentions
  const own = mentions.filter((m) => !meant.some((one) => one.start < m.end && m.start < one.end))
  return [...own, ...meant].sort((a, b) => a.start - b.start)
}

/** 「老伴去年走了」, 「老婆跑了」: whoever is gone is not the one that later clauses tell of. */
export function isGone({ end, who }: Mention, text: string): boolean {
  return (
    who !== 'self' &&
    /^[^,。.!?;\s]{0,6}(?:走了|走的|走得早|跑了|没了|不在了|死了|死得早|去世|过世)/u.test(
      text.slice(end, end + 12),
    )
  )
}

const NOT_THIRD: ReadonlySet<Who> = new Set(['self', 'household'])

/** Whom a stretch is about: the nearest person to its left, else the first one inside it. */
export function mentionAt(
  mentions: readonly Mention[],
  start: number,
  end: number,
): Mention | undefined {
  return mentions.findLast((m) => m.start <= start) ?? mentions.find((m) => m.start < end)
}

/** Whether the writer speaks for somebody outside the home (代他人求助). */
export function speaksForOther(mentions: readonly Mention[]): boolean {
  const first = mentions.find((m) => m.who !== 'self')
  return first?.who === 'other'
}
