import { INDICATORS } from '../../indicators.ts'
import { answerOf } from '../acts/yes-no.ts'
import type { Compiled } from '../compile.ts'
import { bare, normalise } from '../normalise.ts'
import type { AskedOption } from '../understood.ts'
import { chosenNumbers } from './choice-numbers.ts'
import { soundsLike, syllables } from './closeness.ts'

/** 1-based numbers that were chosen, or that fit equally well. */
export type Chosen = {
  readonly choice?: readonly number[]
  readonly choice_between?: readonly number[]
  readonly rule: string
}

type Known = {
  readonly labels: readonly string[]
  /** Every way to name an option: label, its parts, its words. */
  readonly names: readonly { readonly index: number; readonly name: string }[]
  readonly sounds: readonly { readonly index: number; readonly sound: readonly string[] }[]
}

/** By number in any form, by label or word, by yes or no, by sound. `many`: several may be chosen. */
export function readChoice(
  text: string,
  squeezed: string,
  options: readonly AskedOption[],
  many: boolean,
  compiled: Compiled,
): Chosen | undefined {
  const known = knownOptions(options, compiled)
  const exact = known.names.filter((n) => n.name === squeezed).map((n) => n.index)
  if (exact.length > 0) return settle(exact, many, 'choice:label')
  const numbers = chosenNumbers(text, squeezed, options.length, many)
  if (numbers !== undefined) return numbers
  const named = byName(squeezed, known, compiled)
  if (named.length > 0) return settle(named, many, 'choice:name')
  return (
    byAnswer(squeezed, known, compiled) ??
    bySound(squeezed, known) ??
    byTopic(squeezed, known, compiled)
  )
}

function settle(indices: readonly number[], many: boolean, rule: string): Chosen {
  const unique = [...new Set(indices)].sort((a, b) => a - b)
  return unique.length > 1 && !many ? { choice_between: unique, rule } : { choice: unique, rule }
}

const DENIED = /(?:不是|没有|不|没|非|无|除了)(?:是|有)?$/u

/** Options whose name is in the text, or the text in their label; inside a longer name none counts. */
function byName(squeezed: string, known: Known, compiled: Compiled): readonly number[] {
  const hits = known.names.flatMap(({ index, name }) => {
    // 「好」 stands in 「你好」: a bare yes or no names an option only when it is all that was said
    if (name.length < 2 && answerOf(name, compiled.yes_no) !== undefined) return []
    const at = squeezed.indexOf(name)
    if (at < 0 || DENIED.test(squeezed.slice(0, at))) return []
    return [{ index, at, end: at + name.length }]
  })
  const widest = hits.filter(
    (h) =>
      !hits.some(
        (o) => o.index !== h.index && o.at <= h.at && h.end <= o.end && o.end - o.at > h.end - h.at,
      ),
  )
  if (widest.length > 0) return widest.map((h) => h.index)
  if (squeezed.length < 2) return []
  return known.labels.flatMap((label, i) => (label.includes(squeezed) ? [i + 1] : []))
}

/** 「有」 where the labels are 有/没有/不清楚 in other words. */
function byAnswer(squeezed: string, known: Known, compiled: Compiled): Chosen | undefined {
  const answer = answerOf(squeezed, compiled.yes_no)
  if (answer === undefined) return undefined
  if (answer.act !== 'uncertain' && UNWILLING.test(squeezed)) return undefined
  const same = known.labels.flatMap((label, i) =>
    answerOf(label, compiled.yes_no)?.act === answer.act ? [i + 1] : [],
  )
  return same.length === 1 ? { choice: same, rule: 'choice:answer' } : undefined
}

/** 「不想说」 and 「不是很清楚」 begin like a no, and say nothing about the matter. */
const UNWILLING = /不.{0,4}(?:想|愿|肯|方便|便|好意思|清楚|知道|晓得|记得|确定|懂|明白)/u

function bySound(squeezed: string, known: Known): Chosen | undefined {
  if (squeezed.length < 2 || squeezed.length > 12) return undefined
  if (/^[a-z]{4,12}$/u.test(squeezed)) return bySpelling(squeezed, known)
  const index = soundsLike(syllables(squeezed), known.sounds)
  return index === undefined ? undefined : { choice: [index], rule: 'choice:sound' }
}

/** 「kan bing」 spells a stretch of 看病困难. */
function bySpelling(letters: string, known: Known): Chosen | undefined {
  const same = new Set(
    known.sounds.filter((s) => s.sound.join('').includes(letters)).map((s) => s.index),
  )
  return same.size === 1 ? { choice: [...same], rule: 'choice:spelled' } : undefined
}

/** 「没钱」 where an option is 收入困难: the one option about the same matter. */
function byTopic(squeezed: string, known: Known, compiled: Compiled): Chosen | undefined {
  if (squeezed.length < 2 || squeezed.length > LONGEST_TOPIC || DENIED.test(squeezed)) {
    return undefined
  }
  const about = topicsOf(squeezed, compiled)
  if (about.length !== 1) return undefined
  const same = known.labels.flatMap((label, i) =>
    topicsOf(label, compiled).some((t) => about.includes(t)) ? [i + 1] : [],
  )
  return same.length === 1 ? { choice: same, rule: 'choice:topic' } : undefined
}

/** A longer reply tells a story: needs are heard in it, and the resident confirms them. */
const LONGEST_TOPIC = 12

function topicsOf(text: string, compiled: Compiled): readonly string[] {
  return INDICATORS.filter((code) => compiled.list(`topic_${code}`).test(text))
}

/** Options by their content, for each value of the lexicons: a flow asks the same ones over and over. */
const remembered = new WeakMap<Compiled, Map<string, Known>>()

/** Lists that are kept; a house has a few hundred questions, a list of offered places comes once. */
const MOST_LISTS = 2_000

function knownOptions(options: readonly AskedOption[], compiled: Compiled): Known {
  const lists = remembered.get(compiled) ?? new Map<string, Known>()
  remembered.set(compiled, lists)
  const key = JSON.stringify(options)
  const before = lists.get(key)
  if (before !== undefined) return before
  const clean = (text: string) => bare(normalise(text, compiled)).text
  const labels = options.map((o) => clean(o.label))
  const names = options.flatMap((option, i) => {
    const parts = option.label.split(/[、/(（)）,，;；]|或者?|和/u).map(clean)
    const all = [labels[i] ?? '', ...parts, ...(option.words ?? []).map(clean)]
    return [...new Set(all)].filter((n) => n !== '').map((name) => ({ index: i + 1, name }))
  })
  const sounds = names
    .filter((n) => n.name.length >= 2)
    .map((n) => ({ index: n.index, sound: syllables(n.name) }))
  const known = { labels, names, sounds }
  if (lists.size >= MOST_LISTS) lists.clear()
  lists.set(key, known)
  return known
}
