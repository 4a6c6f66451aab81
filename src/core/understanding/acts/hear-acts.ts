import { type Compiled, candidates } from '../compile.ts'
import { spanOf } from '../mapped.ts'
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

/** The acts by rule, without `inform`, `option` and `unclear`, which depend on what else was heard. */
export function hearActs(message: Message, asked: Asked, compiled: Compiled): readonly HeardAct[] {
  const { bare } = message
  const found: HeardAct[] = []
  for (const rule of candidates(compiled.acts, compiled.sieves.acts, bare.text)) {
    if (rule.max !== undefined && bare.text.length > rule.max) continue
    if (found.some((f) => f.act === rule.act)) continue
    const match = rule.at.exec(bare.text)
    if (match === null || match[0] === '' || rule.not?.test(bare.text) === true) continue
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
  return settle([...found, ...answers(message, asked, compiled)], message, asked)
}

/** With what else was heard: an answer, an option, a statement, or nothing understood. */
export function completeActs(
  acts: readonly HeardAct[],
  message: Message,
  asked: Asked,
  { slots, indicators, crisis }: Rest,
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
  const values = Object.keys(slots).filter((k) => k !== 'daypart').length > 0
  const stated = indicators.some((i) => i.polarity !== 'asked')
  const steers = acts.some((a) => STEERING.has(a.act))
  if ((values && !steers) || (stated && !steers && !has('complain'))) {
    return [
      ...acts.filter((a) => a.act !== 'repeat'),
      act(message, 'inform', values ? 'slots' : 'needs'),
    ]
  }
  if (acts.length > 0) {
    const plainYesNo =
      (has('affirm') || has('deny')) &&
      message.bare.text.length > 6 &&
      /[,;。，]|\s/u.test(message.heard.text)
    return plainYesNo ? [...acts, act(message, 'inform', 'note')] : acts
  }
  const long =
    message.bare.text.length >=
    (asked.expects === 'open' || asked.expects === 'text' || asked.expects === 'address' ? 4 : 6)
  return [act(message, long || crisis.tier !== 'none' ? 'inform' : 'unclear', 'rest')]
}

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

function settle(found: readonly HeardAct[], { bare }: Message, asked: Asked): readonly HeardAct[] {
  const unique = found.filter((f, i) => found.findIndex((o) => o.act === f.act) === i)
  const has = (wanted: Act) => unique.some((a) => a.act === wanted)
  const drop = new Set<Act>()
  const asksYesNo = asked.expects === 'yes_no' || asked.expects === 'crisis_check'
  const declines =
    /^(?:那|我)?(?:算了)?(?:不用|不要|不需要|没用|没兴趣|取消|算了)(?:了|吧)?$/u.test(bare.text)
  if (asksYesNo && declines && has('deny')) drop.add('refuse')
  if (asksYesNo && /^(?:不对|错了?)$/u.test(bare.text)) drop.add('correct')
  if (asksYesNo && has('uncertain')) drop.add('ask_info')
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
  if (has('pause')) for (const a of ['goodbye', 'resume', 'refuse', 'urgent'] as const) drop.add(a)
  if (has('status')) drop.add('progress')
  if (has('complain')) drop.add('uncertain')
  if (has('repeat') && !asksYesNo) drop.add('uncertain')
  if (has('human')) drop.add('repeat')
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
