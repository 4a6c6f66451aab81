import { clausesOf } from '../clauses.ts'
import { type Compiled, candidates } from '../compile.ts'
import { type Mapped, spanOf } from '../mapped.ts'
import { bare as bareOf } from '../normalise.ts'
import type { Message } from '../slots/hear-slots.ts'
import type { Act, Asked, Crisis, HeardAct, HeardIndicator, Slots } from '../understood.ts'
import { answerOf } from './yes-no.ts'

/** Acts that say what to do with the conversation: nothing else of the message is an answer then. */
const STEERING: ReadonlySet<Act> = new Set([
  'human',
  'erase',
  'pause',
  'resume',
  'restart',
  'back',
  'skip',
  'refuse',
  'status',
  'progress',
  'larger',
  'correct',
])
/** What a steering act, or a plain 谢谢, leaves nothing of. */
const SOFT: ReadonlySet<Act> = new Set([
  'ask_info',
  'uncertain',
  'complain',
  'repeat',
  'affirm',
  'deny',
  'inform',
  'greet',
  'goodbye',
])

export type Rest = {
  readonly slots: Slots
  readonly indicators: readonly HeardIndicator[]
  readonly crisis: Crisis
}

/** 「[微笑]」: what a chat program writes for something that is no text. */
const NAMED_PICTURE = /^\s?[[【(][一-龥a-z]{1,8}[\]】)]\s?$/u

/** The acts by rule, without `inform`, `option` and `unclear`, which depend on what else was heard. */
export function hearActs(message: Message, asked: Asked, compiled: Compiled): readonly HeardAct[] {
  const { bare } = message
  const found: HeardAct[] = []
  for (const rule of candidates(compiled.acts, compiled.sieves.acts, bare.text)) {
    if (rule.max !== undefined && bare.text.length > rule.max) continue
    if (found.some((f) => f.act === rule.act)) continue
    const match = rule.at.exec(bare.text)
    if (match === null || match[0] === '' || rule.not?.test(bare.text) === true) continue
    if (STEERING.has(rule.act) && isReported(bare, match.index)) continue
    const span = spanOf(bare, match.index, match.index + match[0].length)
    found.push({ act: rule.act, rule: rule.id, span, confidence: 0.9 })
  }
  if (
    found.length === 0 &&
    /^[?\s!]{1,20}$/u.test(message.heard.text) &&
    /\?/u.test(message.heard.text)
  ) {
    found.push(act(message, 'repeat', 'repeat-question-mark'))
  }
  if (found.length === 0 && NAMED_PICTURE.test(message.heard.text)) {
    found.push(act(message, 'media', 'media-name'))
  }
  return settle([...found, ...answers(message, asked, compiled)], message, asked)
}

/** Others than writer and office, and what they say or do right before the words of an act. */
const THEIR_DEED =
  /(?<![叫让请喊要])(?:他们?|她们?|老公|老婆|老伴|儿子|女儿|孩子|孙子|媳妇|女婿|爸|妈|老师|医生|医院|护士|街道|居委|单位|老板|公司|学校|同学|同事|房东|邻居|人家|别人|警察|救助站)(?:.{0,3}(?:说|讲|让|叫|要我|送|打|把|给|问).{0,3}|.?)$/u

/** 「街道说再等等」, 「我媳妇不愿意写」: what others say or want steers nothing. */
function isReported({ text, starts, ends }: Mapped, at: number): boolean {
  let from = at
  while (from > 0 && starts[from] === ends[from - 1]) from--
  return THEIR_DEED.test(text.slice(from, at))
}

/** With what else was heard: an answer, an option, a statement, or nothing understood. */
export function completeActs(
  acts: readonly HeardAct[],
  message: Message,
  asked: Asked,
  { slots, indicators, crisis }: Rest,
  compiled: Compiled,
): readonly HeardAct[] {
  const has = (wanted: Act) => acts.some((a) => a.act === wanted)
  if (slots.choice !== undefined || slots.choice_between !== undefined) {
    const rest = acts.filter(
      (a) =>
        a.act !== 'uncertain' &&
        a.act !== 'affirm' &&
        a.act !== 'deny' &&
        a.act !== 'resume' &&
        a.act !== 'refuse',
    )
    return [...rest, act(message, 'option', 'choice')]
  }
  const aside = has('ask_info') ? ASIDE_OF_A_QUESTION : ASIDE
  const values = Object.keys(slots).some((k) => !aside.has(k))
  const stated = indicators.some((i) => i.polarity !== 'asked')
  // 「我家可不可以申请救助」 asks; its need is heard, and asked about when it is told
  const onlyAsks = has('ask_info') && clausesOf(message.heard).length === 1
  const steers = acts.some((a) => STEERING.has(a.act))
  if ((values && !steers) || (stated && !steers && !onlyAsks && !has('complain'))) {
    const tells = asked.expects === 'open' && message.bare.text.length >= TOLD
    return [
      ...acts.filter((a) => a.act !== 'repeat' && !(tells && a.act === 'uncertain')),
      act(message, 'inform', values ? 'slots' : 'needs'),
    ]
  }
  if (acts.length > 0 && acts.every((a) => POLITE.has(a.act)) && tellsMore(message, compiled)) {
    return [...acts, act(message, 'inform', 'rest')]
  }
  if (acts.length > 0) {
    const answered = has('affirm') || has('deny')
    return answered && hasNote(message, compiled) ? noted(acts, message) : acts
  }
  if (GIBBERISH.test(message.bare.text)) return [act(message, 'unclear', 'letters')]
  const long =
    message.bare.text.length >=
    (asked.expects === 'open' || asked.expects === 'text' || asked.expects === 'address' ? 4 : 6)
  return [act(message, long || crisis.tier !== 'none' ? 'inform' : 'unclear', 'rest')]
}

const POLITE: ReadonlySet<Act> = new Set(['greet', 'thanks'])

/** 「谢谢，我是替我妈问的」: a clause of some length without any word of thanks or greeting. */
function tellsMore({ heard }: Message, compiled: Compiled): boolean {
  const polite = compiled.acts.filter((rule) => POLITE.has(rule.act))
  return clausesOf(heard).some((clause) => {
    const { text } = bareOf(clause)
    return text.length >= TELLING && !polite.some((rule) => rule.at.test(text))
  })
}

/** Shorter clauses beside a greeting are part of it: 「阿姨早上好，打扰一下」. */
const TELLING = 6

/** 「没有，但是在办」: a later clause that is no answer by itself. */
function hasNote({ heard }: Message, compiled: Compiled): boolean {
  if (/以前|原来|本来|之前/u.test(heard.text) && /现在|后来|如今/u.test(heard.text)) return true
  return clausesOf(heard)
    .slice(1)
    .some((clause) => {
      const { text } = bareOf(clause)
      if (text.length < 2 || THANKS.test(text)) return false
      const answer = answerOf(text, compiled.yes_no)
      return answer === undefined || !NO_MORE.test(text.slice(answer.end))
    })
}

/** What hangs on an answer and adds nothing: 「没有的」, 「是这样的呀」. */
const NO_MORE = /^[一-龥]?$|^[是有对的了过啊呀嘛呢吧额]{0,4}$/u

/** Letters in one run that spell nothing known. */
const GIBBERISH = /^[a-z]{1,12}$/u

const THANKS = /谢|麻烦|辛苦|再见|你好/u

/** 「有是有，就是过期了」 is a yes with a note, no doubt. */
function noted(acts: readonly HeardAct[], message: Message): readonly HeardAct[] {
  const sure = acts.filter((a) => !(a.act === 'uncertain' && a.rule === 'yn-two-sided'))
  return [...sure, act(message, 'inform', 'note')]
}

/** Values that by themselves state nothing. */
const ASIDE: ReadonlySet<string> = new Set(['daypart'])
/** Of a question: for whom and where it is asked. */
const ASIDE_OF_A_QUESTION: ReadonlySet<string> = new Set([
  'daypart',
  'for_other',
  'residence_district',
  'hukou_district',
  'address',
])
/** From this length on 大概 and 左右 belong to a story and doubt nothing. */
const TOLD = 12

/** Yes and no where they were asked for; elsewhere only when nothing else is said. */
function answers(message: Message, asked: Asked, compiled: Compiled): readonly HeardAct[] {
  const { bare } = message
  const wanted = asked.expects === 'yes_no' || asked.expects === 'crisis_check'
  if (!wanted && !compiled.list('plain_answers').test(bare.text)) return []
  const safety = asked.expects === 'crisis_check' ? answerOf(bare.text, compiled.safety) : undefined
  const answer = safety ?? answerOf(bare.text, compiled.yes_no)
  if (answer === undefined) return []
  const because = {
    rule: answer.rule,
    span: spanOf(bare, answer.start, answer.end),
    confidence: 0.9,
  }
  const also = answer.also === undefined ? [] : [{ act: answer.also, ...because }]
  return [{ act: answer.act, ...because }, ...also]
}

/** 「没有没有」 is no question. */
const SHORT = 6

function settle(found: readonly HeardAct[], { bare }: Message, asked: Asked): readonly HeardAct[] {
  const unique = found.filter((f, i) => found.findIndex((o) => o.act === f.act) === i)
  const has = (wanted: Act) => unique.some((a) => a.act === wanted)
  const drop = new Set<Act>()
  const asksYesNo = asked.expects === 'yes_no' || asked.expects === 'crisis_check'
  const declines =
    /^(?:那|我)?(?:算了)?(?:不用|不要|不需要|没用|没兴趣|取消|算了)(?:了|吧)?$/u.test(bare.text)
  if (asksYesNo && declines && has('deny')) drop.add('refuse')
  if (asksYesNo && /^(?:不对|错了?)$/u.test(bare.text)) drop.add('correct')
  if (asksYesNo && has('uncertain')) for (const a of ['ask_info', 'why'] as const) drop.add(a)
  if (asksYesNo && bare.text.length <= SHORT && (has('affirm') || has('deny'))) drop.add('ask_info')
  if (asksYesNo && has('uncertain') && found.some((f) => f.rule === 'pause-fetching'))
    drop.add('pause')
  if (
    asksYesNo &&
    has('affirm') &&
    has('uncertain') &&
    !unique.some((a) => a.rule === 'yn-two-sided')
  )
    drop.add('uncertain')
  if (asksYesNo && has('deny') && has('uncertain') && !unique.some((a) => a.rule === 'yn-doubt-no'))
    drop.add('uncertain')
  if (unique.some((a) => STEERING.has(a.act) && !drop.has(a.act)))
    for (const soft of SOFT) drop.add(soft)
  if (!asksYesNo && (has('thanks') || has('greet') || has('goodbye')))
    for (const a of ['affirm', 'deny'] as const) drop.add(a)
  if (has('why') || has('human')) drop.add('ask_info')
  if (has('skip') || has('refuse')) drop.add('why')
  if (has('refuse') && !drop.has('refuse')) drop.add('skip')
  if (has('correct'))
    for (const a of ['pause', 'back', 'refuse', 'human', 'skip', 'restart', 'resume'] as const)
      drop.add(a)
  if (has('pause'))
    for (const a of ['goodbye', 'resume', 'refuse', 'urgent', 'progress'] as const) drop.add(a)
  if (has('restart')) drop.add('resume')
  if (has('resume')) drop.add('status')
  if (has('status')) drop.add('progress')
  if (has('skip') && /这一?[题个道]/u.test(bare.text)) drop.add('pause')
  if (has('why')) drop.add('complain')
  if (has('complain')) for (const a of ['uncertain', 'ask_info'] as const) drop.add(a)
  if (has('repeat') && !asksYesNo) drop.add('uncertain')
  if (has('human')) for (const a of ['repeat', 'greet'] as const) drop.add(a)
  return unique.filter((a) => !drop.has(a.act))
}

function act({ bare, heard }: Message, name: Act, rule: string): HeardAct {
  const of = bare.text === '' ? heard : bare
  return {
    act: name,
    rule,
    span: spanOf(of, 0, of.text.length),
    confidence: name === 'unclear' ? 0.3 : 0.8,
  }
}
