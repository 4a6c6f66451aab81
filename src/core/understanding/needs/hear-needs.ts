import type { Who } from '../../people/kin.ts'
import { type Clause, clausesOf } from '../clauses.ts'
import { type Compiled, candidates, type Ready } from '../compile.ts'
import type { NeedRule } from '../lexicons.ts'
import { type Mapped, spanOf } from '../mapped.ts'
import { type Sieve, sieveOf } from '../sieve.ts'
import type { Crisis, HeardCode, HeardIndicator, Polarity } from '../understood.ts'
import {
  isGone,
  type Mention,
  mentionAt,
  mentionsOf,
  speaksForOther,
  withPronouns,
} from '../who.ts'
import { polarityAt } from './polarity.ts'
import { asksOnly, LETTER, topicOf } from './topic.ts'

/** Needs that a story suggests, clause by clause: what, whose, how it is meant, and where. */
export function hearNeeds(
  heard: Mapped,
  crisis: Crisis,
  compiled: Compiled,
): readonly HeardIndicator[] {
  const clauses = clausesOf(heard)
  const mentions = withPronouns(mentionsOf(heard.text, compiled), heard.text)
  const forOther = speaksForOther(mentions)
  const alive = mentions.filter((m) => !isGone(m, heard.text))
  const isTopic = topicOf(heard.text, mentions, compiled)
  const isLetter = heard.text.length >= LETTER
  const question = asksOnly(heard.text, compiled)
  const { rules, sieve } = isLetter
    ? firmOf(compiled)
    : { rules: compiled.needs, sieve: compiled.sieves.needs }
  const found: HeardIndicator[] = []
  clauses.forEach((clause, i) => {
    for (const rule of candidates(rules, sieve, clause.text)) {
      const match = rule.at.exec(clause.text)
      if (match === null || match[0] === '' || rule.not?.test(clause.text) === true) continue
      if (rule.needs !== undefined && !rule.needs.test(heard.text)) continue
      const start = clause.at + match.index
      const end = start + match[0].length
      const meant = rule.polarity ?? polarityAt(rule.code, clauses, i, match, compiled)
      const polarity = question && meant === 'present' ? 'asked' : meant
      const item = {
        code: rule.code,
        polarity,
        rule: rule.id,
        span: spanOf(heard, start, end),
        confidence: rule.confidence ?? (polarity === 'present' ? 0.75 : 0.6),
      }
      for (const who of people(rule, { mentions, alive }, clause, start, end, !isLetter)) {
        const one = { ...item, who: forOther ? ('other' as const) : who }
        found.push(isTopic(start) ? onlyTopic(one) : one)
      }
    }
  })
  return thinned(forOther ? found : [...found, ...distress(crisis, heard, mentions)])
}

/** Rules less sure than this hear chats; a letter's many words would set them off. */
const LOOSE = 0.6

type Firm = { readonly rules: readonly Ready<NeedRule>[]; readonly sieve: Sieve }

const firm = new WeakMap<Compiled, Firm>()

/** The rules for letters, with a sieve of their own. */
function firmOf(compiled: Compiled): Firm {
  const before = firm.get(compiled)
  if (before !== undefined) return before
  const rules = compiled.needs.filter((rule) => (rule.confidence ?? 1) >= LOOSE)
  const made = { rules, sieve: sieveOf(rules.map((rule) => rule.at.source)) }
  firm.set(compiled, made)
  return made
}

function onlyTopic(item: HeardIndicator): HeardIndicator {
  return { ...item, polarity: 'asked', confidence: 0.3 }
}

/** Everybody a text names, and of them those who are not gone. */
type Named = { readonly mentions: readonly Mention[]; readonly alive: readonly Mention[] }

/** Spouses who speak as one (我们两口子都是盲人) each have the need. */
function people(
  rule: Ready<NeedRule>,
  { mentions, alive }: Named,
  clause: Clause,
  start: number,
  end: number,
  isChat: boolean,
): readonly Who[] {
  if (rule.who !== undefined) return [rule.who]
  const about =
    rule.code === 'dis' && isCarer(clause, start, end) ? mentions.filter(isNotMe) : mentions
  const inside = about.filter(
    (m) => m.start >= clause.at && m.end <= clause.at + clause.text.length,
  )
  const here = nearest(inside, clause, start, end, BODILY.has(rule.code))
  if (rule.code === 'emo') return [here?.who ?? 'self']
  const before = about.findLast((m) => m.end <= clause.at && alive.includes(m))
  // the work of a letter is its writer's, whoever was named sentences ago
  const near = here ?? (rule.code === 'emp' && !isChat ? undefined : before)
  if (BODILY.has(rule.code) && near !== undefined && /两口子|夫妻|夫妇/u.test(near.word)) {
    return ['self', 'spouse']
  }
  const who = near?.word === '我们' && PERSONAL.has(rule.code) ? 'self' : near?.who
  return [defaultWho(rule.code, who, { mentions, alive }, isChat)]
}

/** 「就靠我照顾」, 「翻身要我帮」: the writer is the one who helps. */
function isCarer(clause: Clause, start: number, end: number): boolean {
  return /[靠要得由是让]我|[抱扶搬弄拉背翻]不动/u.test(
    clause.text.slice(start - clause.at, end - clause.at),
  )
}

function isNotMe({ who }: Mention): boolean {
  return who !== 'self'
}

/** The last person named before the need ends; of 「瘫痪的老伴」 and 「残疾儿子」 the one behind it. */
function nearest(
  inside: readonly Mention[],
  clause: Clause,
  start: number,
  end: number,
  isBodily: boolean,
): Mention | undefined {
  const behind = inside.find((m) => m.start >= end)
  const between = clause.text.slice(end - clause.at, (behind?.start ?? end) - clause.at)
  if (behind !== undefined && (/^.{0,4}的.{0,2}$/u.test(between) || (isBodily && between === ''))) {
    return behind
  }
  return inside.findLast((m) => m.end <= end) ?? mentionAt(inside, start, end)
}

const BODILY: ReadonlySet<HeardCode> = new Set(['ill', 'dis'])
const PERSONAL: ReadonlySet<HeardCode> = new Set(['ill', 'dis', 'emp', 'sec'])
const YOUNG: ReadonlySet<Who> = new Set(['child', 'grandchild', 'sibling', 'self', 'other'])

/** Money and rooms are the home's (我们 of a letter are a class of people, of a chat the home); school and care are a child's; loneliness is the writer's. */
function defaultWho(
  code: HeardCode,
  near: Who | undefined,
  { mentions, alive }: Named,
  isChat: boolean,
): Who {
  switch (code) {
    case 'hou':
      return 'household'
    case 'inc':
      return alive.some((m) => m.who !== 'self' && (m.word !== '我们' || isChat))
        ? 'household'
        : 'self'
    case 'edu':
    case 'cbu':
    case 'cen': {
      const young = mentions.findLast((m) => YOUNG.has(m.who) && m.who !== 'self')
      if (near !== undefined && near !== 'self' && YOUNG.has(near)) return near
      if (young !== undefined) return young.who
      return isChild(code, near, mentions) ? 'self' : 'child'
    }
    case 'soc':
      return near === undefined || near === 'child' || near === 'household' ? 'self' : near
    case 'emp':
      return near === undefined || near === 'household' ? 'self' : near
    case 'ill':
    case 'dis':
    case 'sec':
    case 'emo':
      return near ?? 'self'
    default:
      return code satisfies never
  }
}

/** 「我今年十六，爸爸坐牢了」: who names parents and no child is the child. */
function isChild(code: HeardCode, near: Who | undefined, mentions: readonly Mention[]): boolean {
  if (code === 'cbu') return false
  if (near === 'self') return true
  return code === 'cen' && mentions.some((m) => m.who === 'father' || m.who === 'mother')
}

/** Despair scores nothing, but the adviser should see it. */
function distress(
  crisis: Crisis,
  heard: Mapped,
  mentions: readonly Mention[],
): readonly HeardIndicator[] {
  if (crisis.tier === 'none' || (crisis.type !== 'suicide' && crisis.type !== 'distress')) return []
  const polarity: Polarity =
    crisis.tier === 'watch' && crisis.type === 'suicide' ? 'past' : 'present'
  const { rule, span, confidence } = crisis
  const at = heard.starts.findIndex((start) => start >= span[0])
  const clause = heard.text.slice(0, at).search(/[^,。.!?;:\s、…]*$/u)
  const own = mentions.filter((m) => m.start >= clause)
  const near = crisis.type === 'distress' ? mentionAt(own, at, at)?.who : undefined
  const who = near === undefined || near === 'household' ? 'self' : near
  return [{ code: 'emo', who, polarity, rule, span, confidence }]
}

/** One item for each need and person; of two ways to mean it, the plainly stated one. */
function thinned(found: readonly HeardIndicator[]): readonly HeardIndicator[] {
  const kept = new Map<string, HeardIndicator>()
  for (const item of found) {
    const key = SHARED.has(item.code) ? item.code : `${item.code} ${item.who}`
    const before = kept.get(key)
    if (before === undefined || weight(item) > weight(before)) kept.set(key, item)
  }
  return [...kept.values()]
}

const SHARED: ReadonlySet<HeardCode> = new Set(['inc', 'hou', 'soc'])

function weight(item: HeardIndicator): number {
  const order: Record<Polarity, number> = {
    asked: 0,
    hypothetical: 1,
    past: 2,
    absent: 3,
    present: 4,
  }
  return order[item.polarity]
}
