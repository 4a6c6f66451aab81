import { expect, test } from 'vitest'
import { bundleOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../src/core/dialog/flow/schema.ts'
import type { House } from '../../../src/core/dialog/house.ts'
import { type PackedHouse, packHouse, unpackHouse } from '../../../src/core/dialog/pack-house.ts'
import { coverageOf, sumOf } from '../../../src/core/dialog/rehearse/coverage.ts'
import {
  type Begin,
  begin,
  type Move,
  move,
  waitFor,
} from '../../../src/core/dialog/rehearse/moves.ts'
import { answerAs, type Persona } from '../../../src/core/dialog/rehearse/persona.ts'
import { playTalk, whatWaits } from '../../../src/core/dialog/rehearse/play-talk.ts'
import { recordTalk } from '../../../src/core/dialog/rehearse/record-talk.ts'
import { goOn, type PlacedMove, replay } from '../../../src/core/dialog/rehearse/replay.ts'
import type { Session } from '../../../src/core/dialog/rehearse/session.ts'
import { standInTalk } from '../../../src/core/dialog/rehearse/stand-in-talk.ts'
import { storedTalkSchema } from '../../../src/core/dialog/rehearse/stored-talk.ts'
import { walked, walkOf } from '../../../src/core/dialog/rehearse/walked.ts'
import { whyNow } from '../../../src/core/dialog/rehearse/why-now.ts'
import { FOLDERS } from '../../../src/edge/sources/house.ts'
import { loadTexts } from '../../../src/edge/sources/texts.ts'
import { house } from './shipped-house.ts'

const { say } = await loadTexts(`${FOLDERS.locales}/zh-CN`, 'stand-ins')

const HOW: Begin = { at: '2026-11-20T09:00+08:00', channel: 'web', opened: true }

const WANG: Persona = {
  ...{ id: 'wang', name: '王伯伯', about: '', street: '310105001' },
  answers: {
    ...{ consent: '同意', for_whom: '我自己', subject_name: '王伯伯', phone: '13800138007' },
    ...{ address: '华院居委', need: '老伴中风躺在床上，药费一个月要一千多', urgent: '4' },
    ...{ people: '两个人', members: '1 4', q_income: '五千', q_illness: '4' },
    ...{ q_work: '都是老人', q_housing: '1', q_insurance: '1', q_contact: '很少', summary: '好' },
  },
}

type Talk = { readonly sessions: readonly Session[]; readonly moves: readonly PlacedMove[] }

/** A persona answers until nothing is asked any more, or the question is reached. */
function played(persona: Persona, until = 'none', inside: House = house): Talk {
  let session = begin(inside, HOW)
  const sessions = [session]
  const moves: PlacedMove[] = []
  while (whatWaits(session) !== until) {
    const next = answerAs(persona, session)
    if (!next) break
    moves.push({ move: next, at: whatWaits(session) })
    session = move(session, next)
    sessions.push(session)
  }
  return { sessions, moves }
}

const movesOf = (talk: Talk): readonly Move[] => talk.moves.map((placed) => placed.move)

/** The house with its help flow changed, as an editor would. */
function changed(change: (steps: Flow['steps']) => Flow['steps']): House {
  const bundle = house.bundles[house.current]
  const flow = bundle?.written.help_request
  if (!bundle || !flow) throw new Error('no flow')
  const flows = { ...bundle.written, help_request: { ...flow, steps: change(flow.steps) } }
  const made = bundleOf('changed', Object.values(flows))
  return { ...house, current: 'changed', bundles: { changed: made } }
}

test('a house that went through JSON plays the same talk, word by word', () => {
  const packed = JSON.parse(JSON.stringify(packHouse(house))) as PackedHouse
  const there = unpackHouse(packed)
  const lines = (inside: House) => played(WANG, 'none', inside).sessions.at(-1)?.lines
  expect(lines(there)).toEqual(lines(house))
  expect(lines(there)?.length).toBeGreaterThan(30)
})

test('a played talk is stored with what waited after each line, and passes as it is', () => {
  const talk = played(WANG)
  const stored = storedTalkSchema.parse(
    JSON.parse(JSON.stringify(recordTalk('王伯伯', HOW, movesOf(talk), talk.sessions))),
  )
  expect(stored.talk.slice(0, 4)).toEqual([
    { me: '同意' },
    { bot: 'for_whom' },
    { me: '我自己' },
    { bot: 'subject_name' },
  ])
  expect(stored.ends).toBe('submitted')
  expect(stored.expect?.case).toMatchObject({ status: 'waiting', queue: 'street:310105001' })
  expect(playTalk(house, stored).failures).toEqual([])
  const longer = changed((steps) => steps.filter(({ id }) => id !== 'members'))
  const [failure] = playTalk(longer, stored).failures
  expect(failure).toMatchObject({ code: 'waits', expected: 'members.heard' })
})

test('after a question was put in, the answers given so far are kept and the new one waits', () => {
  const talk = played(WANG, 'need')
  const more = changed((steps) => {
    const at = steps.findIndex(({ id }) => id === 'subject_name')
    const known = steps.find(({ id }) => id === 'for_whom')
    if (!known || !('ask' in known)) throw new Error('no question')
    return steps.toSpliced(at, 0, { ...known, id: 'again', into: 'subject_agrees', options: {} })
  })
  const again = replay(more, HOW, talk.moves)
  const now = again.sessions.at(-1) as Session
  expect(whatWaits(now)).toBe('again')
  expect(again.rest.map(({ at }) => at)).toEqual([
    'subject_name',
    'phone',
    'address',
    'address.confirm',
  ])
  const answered = goOn({
    ...again,
    rest: [{ move: { me: '跳过' }, at: 'again' }, ...again.rest],
  })
  expect(whatWaits(answered.sessions.at(-1) as Session)).toBe('need')
  expect(answered.rest).toEqual([])
})

test('an answer whose question was taken out is left out, the others stand', () => {
  const talk = played(WANG, 'need')
  const fewer = changed((steps) => steps.filter(({ id }) => id !== 'subject_name'))
  const again = replay(fewer, HOW, talk.moves)
  expect(again.gone.map(({ at }) => at)).toEqual(['subject_name'])
  expect(whatWaits(again.sessions.at(-1) as Session)).toBe('need')
})

test('each question says why it is asked now', () => {
  const whyAt = (step: string) => whyNow(played(WANG, step).sessions.at(-1) as Session)
  expect(whyAt('for_whom')).toEqual([{ code: 'next' }])
  expect(whyAt('address.confirm')).toEqual([{ code: 'beside', mode: 'confirm' }, { code: 'next' }])
  expect(whyAt('q_income')).toEqual([{ code: 'always', indicator: 'inc' }])
  expect(whyAt('q_housing')).toMatchObject([
    { code: 'weighs', indicator: 'hou', outOf: 12, points: expect.any(Array) },
  ])
  const neighbour = { ...WANG, answers: { ...WANG.answers, for_whom: '邻居' } }
  const [reason] = whyNow(played(neighbour, 'subject_agrees').sessions.at(-1) as Session)
  expect(reason).toMatchObject({ code: 'when', known: true })
  const lost = move(begin(house, HOW), { me: '香蕉皮' })
  expect(whyNow(lost)).toContainEqual({ code: 'again', tries: 1 })
  expect(whyNow(move(lost, { me: '我不想活了' }))).toEqual([{ code: 'danger' }])
})

test('talks come by the steps and options that they really reached', () => {
  const bundle = house.bundles[house.current]
  if (!bundle) throw new Error('no bundle')
  const short = played(WANG, 'phone')
  const whole = played(WANG)
  const covered = coverageOf(bundle, [walkOf(short.sessions), walkOf(whole.sessions)])
  const at = (step: string) => covered.find((each) => each.step === step)
  expect(at('consent')?.talks).toEqual([0, 1])
  expect(at('for_whom')?.options).toEqual([
    { key: 'self', talks: [0, 1] },
    { key: 'family', talks: [] },
    { key: 'neighbour', talks: [] },
  ])
  expect(at('situation')?.talks).toEqual([1])
  expect(at('q_illness')?.talks).toEqual([1])
  expect(at('saved')?.talks).toEqual([])
  const { steps, options } = sumOf(covered)
  expect(steps[1]).toBe(covered.length)
  expect(steps[0]).toBeLessThan(steps[1])
  expect(options[0]).toBeGreaterThan(8)
})

test('one move names the steps it came by, spoken ones too', () => {
  const { sessions } = played(WANG, 'people')
  const [before, after] = sessions.slice(-2)
  const steps = walked(before, after as Session).map(({ step }) => step)
  expect(steps).toEqual(['urgent', 'early', 'urgent_duty', 'urgent_note', 'people'])
})

test('a real talk becomes a test of the same shape, without a character of what was written', () => {
  const wrote = [
    ...[
      '你好',
      '同意',
      '我自己',
      '欧阳晓燕',
      '139 1722 6048',
      '新泾八村',
      '对',
      '返回',
      '东浜居委',
      '对',
    ],
    ...['我妈脑梗住院，钱不够用，欠了三万七', '对', '都没有', '人工', '三个人', '病人'],
    ...['四千三百八', '跳过', '活着没意思，我不想活了'],
  ]
  const begins = Date.parse('2026-11-20T09:12+08:00')
  const arrived = wrote.map((text, n) => ({
    at: begins + (n < 12 ? n * 20_000 : 3 * 3_600_000 + n * 20_000),
    incoming: { kind: 'text', text } as const,
  }))
  const { talk, differs } = standInTalk(house, '一家三口', { channel: 'web', arrived }, say)
  const text = JSON.stringify(talk)
  for (const own of [
    '欧阳',
    '晓燕',
    '1722',
    '6048',
    '东浜',
    '新泾八村',
    '脑梗',
    '三万七',
    '三百八',
    '没意思',
  ])
    expect(text).not.toContain(own)
  expect(text).not.toContain('09:12')
  expect(talk.at).toBe('2026-11-20T09:00+08:00')
  expect(talk.talk).toContainEqual({ me: '返回' })
  expect(talk.talk).toContainEqual({ me: '跳过' })
  expect(talk.talk.some((line) => 'wait' in line)).toBe(true)
  expect(differs).toBe(0)
  const again = storedTalkSchema.parse(JSON.parse(text))
  expect(playTalk(house, again).failures).toEqual([])
  expect(again.expect?.case).toMatchObject({ crisis: 'suicide' })
})

test('a wait is said in the largest unit that holds it', () => {
  const waits = [86_400_000, 72_000_000, 90_000, 1_500].map((ms) => waitFor(ms))
  expect(waits).toEqual([{ wait: '1d' }, { wait: '20h' }, { wait: '90s' }, { wait: '2s' }])
})
