import type { Compiled } from '../compile.ts'
import type { Mention } from '../who.ts'

/** From this length on a text is a letter: it may well speak of a matter and not of a need. */
export const LETTER = 60
/** A need told before anybody is named is the writer's when they come in soon after. */
const SOON = 40

/** A question about a rule, a place or a form is at most this long when nothing is told with it. */
const BRIEF = 22

/** 「大病医保报多少」, 「残联电话」: a short question or heading that tells nothing of the writer. */
export function asksOnly(text: string, compiled: Compiled): boolean {
  if (text.length > BRIEF || compiled.list('own_state').test(text)) return false
  return compiled.list('question_of_rules').test(text)
}

/** Whose troubles a stretch of a letter tells: the writer's home's, or those of people in general. */
export type Topic = (start: number) => boolean

/**
 * Whether a place in a text is only about a matter (公共话题): a letter that never names the writer or
 * kin, a place before anybody is named, or one whose last subject is a class of people (广大居民,
 * 有些患者). 「我们临时工」 are the writer's own.
 */
export function topicOf(text: string, mentions: readonly Mention[], compiled: Compiled): Topic {
  const own = mentions.filter((m) => m.who !== 'other')
  if (text.length < LETTER) return () => false
  if (own.length === 0) return () => true
  const others = classesOf(text, compiled)
  return (start) => {
    const last = own.findLast((m) => m.start <= start)
    if (last === undefined) return (own[0]?.start ?? 0) - start > SOON
    const other = others.findLast((o) => o.end <= start)
    return other !== undefined && (other.end > last.end || last.start - other.end <= 1)
  }
}

function classesOf(text: string, compiled: Compiled): readonly { readonly end: number }[] {
  const pattern = new RegExp(compiled.list('class_of_people').source, 'gu')
  return Array.from(text.matchAll(pattern), (m) => ({
    at: m.index,
    end: m.index + m[0].length,
  })).filter(({ at }) => !/我们?.{0,8}$/u.test(text.slice(Math.max(0, at - 10), at)))
}
