import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Capabilities } from '../../../../src/core/contract/channel/capabilities.ts'
import {
  CHANNEL_TABLE,
  type ChannelName,
} from '../../../../src/core/contract/channel/channel-table.ts'
import { measure } from '../../../../src/core/contract/channel/measure.ts'
import { mergeTurn } from '../../../../src/core/contract/channel/merge.ts'
import { render } from '../../../../src/core/contract/channel/render.ts'
import { split } from '../../../../src/core/contract/channel/split.ts'
import type { Outgoing } from '../../../../src/core/events/outgoing.ts'

const NAMES = Object.keys(CHANNEL_TABLE) as readonly ChannelName[]

const asked = (
  text: string,
  labels: readonly string[],
  more: Partial<Outgoing> = {},
): Outgoing => ({
  from: 'bot',
  text,
  urgency: 'question',
  options: labels.map((label, at) => ({ id: `step#${at}`, label })),
  ...more,
})

const LONG = '家里有重病的人，每个月看病买药要花掉一大半收入，实在撑不下去了'

/** Every kind of question that a flow can ask, as the dialog hands it out. */
const QUESTIONS: Readonly<Record<string, Outgoing>> = {
  open: asked('您遇到了什么困难？', []),
  yesNo: asked('您是一个人住吗？', ['是', '不是']),
  choice: asked('钱主要花在哪里？', ['看病', '吃饭', '房租']),
  several: asked('需要哪些帮助？可以选几个。', ['助餐', '陪诊', '打扫'], { several: true }),
  longLabels: asked('哪一句最像您家？', [LONG, '都不像']),
  manyOptions: asked(
    '您住在哪个居委？',
    Array.from({ length: 15 }, (_, n) => `第${n + 1}居委`),
  ),
  readBack: {
    ...asked('1 姓名：王秀英\n2 电话：138…8000\n都对吗？要改就回复数字。', []),
    options: [
      { id: 'check#yes', label: '都对', unnumbered: true },
      { id: 'check#no', label: '有不对的', unnumbered: true },
    ],
  },
}

test('each kind of question as each channel shows it', () => {
  const shown = Object.fromEntries(
    NAMES.map((name) => [
      name,
      Object.fromEntries(
        Object.entries(QUESTIONS).map(([kind, message]) => [
          kind,
          render(message, CHANNEL_TABLE[name]).map(({ text, options }) =>
            [text, ...options.map(({ label }) => `[${label}]`)].join('\n'),
          ),
        ]),
      ),
    ]),
  )
  expect(shown).toMatchSnapshot()
})

const tight = fc.record({
  style: fc.constantFrom('buttons', 'chips', 'menu', 'none'),
  most: fc.integer({ min: 1, max: 13 }),
  label: fc.integer({ min: 8, max: 40 }),
  head: fc.option(fc.integer({ min: 30, max: 60 }), { nil: undefined }),
  text: fc.integer({ min: 30, max: 200 }),
  unit: fc.constantFrom('utf16', 'bytes'),
}) as fc.Arbitrary<{
  style: Capabilities['options']['style']
  most: number
  label: number
  head: number | undefined
  text: number
  unit: 'utf16' | 'bytes'
}>

const capabilities = tight.map(
  ({ style, most, label, head, text, unit }): Capabilities => ({
    ...CHANNEL_TABLE.line,
    options: { style, most, label, ...(head === undefined ? {} : { head }) },
    text: { most: text, unit },
  }),
)
/** Letters, signs beyond the basic plane, marks that join, breaks. */
const words = fc
  .array(
    fc.constantFrom('钱', '不', '。', '，', '\n', '\n\n', ' ', 'a', '👩‍👧', '𠮷', 'é', '！', '1'),
    {
      maxLength: 300,
    },
  )
  .map((parts) => parts.join(''))
const labels = fc.array(
  words.filter((word) => word.trim() !== ''),
  { maxLength: 20 },
)

const bare = (text: string) => text.replace(/\s/g, '')

test('nothing is lost, and every piece keeps within the limits', () => {
  fc.assert(
    fc.property(words, labels, capabilities, (text, said, can) => {
      const pieces = render(asked(text, said), can)
      const whole = bare(pieces.map((piece) => piece.text).join(''))
      expect(whole.startsWith(bare(text))).toBe(true)
      const tapped = pieces.flatMap(({ options }) => options)
      for (const { text: piece } of pieces) {
        expect(measure(piece, can.text.unit)).toBeLessThanOrEqual(can.text.most)
      }
      for (const [at, label] of said.entries()) {
        const inMenu = tapped.some((option) => bare(option.label) === bare(`${at + 1} ${label}`))
        expect(inMenu || whole.includes(bare(`${at + 1} ${label}`))).toBe(true)
      }
      expect(tapped.length).toBeLessThanOrEqual(can.options.most)
      for (const { label } of tapped)
        expect(measure(label, can.text.unit)).toBeLessThanOrEqual(can.options.label)
      const last = pieces.at(-1)
      if (last?.options.length && can.options.head !== undefined)
        expect(measure(last.text, can.text.unit)).toBeLessThanOrEqual(can.options.head)
    }),
    { numRuns: 300 },
  )
})

test('no character is torn apart', () => {
  const whole = new Set(['钱', '。', '👩‍👧', '𠮷', 'é', 'a'])
  const text = fc.array(fc.constantFrom(...whole), { maxLength: 120 })
  fc.assert(
    fc.property(text, fc.constantFrom('utf16', 'bytes'), (parts, unit) => {
      const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
      for (const piece of split(parts.join(''), { most: 24, unit: unit as 'utf16' | 'bytes' }))
        for (const { segment } of segmenter.segment(piece)) expect(whole.has(segment)).toBe(true)
    }),
  )
})

test('a letter under a heap of marks that is longer than a piece still goes out', () => {
  const heap = `e${'\u0301'.repeat(200)}`
  const pieces = split(heap, { most: 60, unit: 'bytes' })
  expect(pieces.join('')).toBe(heap)
  for (const piece of pieces) expect(measure(piece, 'bytes')).toBeLessThanOrEqual(60)
})

test('a long text is cut where a paragraph, a line or a sentence ends', () => {
  const sentence = '我们已经收到您的求助，工作人员会在两小时内联系您。'
  const pieces = split(sentence.repeat(60), { most: 2_048, unit: 'bytes' })
  expect(pieces.length).toBeGreaterThan(1)
  for (const piece of pieces) expect(piece.endsWith('。')).toBe(true)
})

test('bytes are counted as UTF-8 has them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(measure(text, 'bytes')).toBe(new TextEncoder().encode(text).length)
    }),
  )
})

test('what one turn says goes out as one message where messages are counted', () => {
  const out: readonly Outgoing[] = [
    { from: 'bot', text: '记下了。', urgency: 'receipt' },
    asked('您一个人住吗？', ['是', '不是']),
  ]
  expect(mergeTurn(out, true)).toEqual([
    {
      message: { ...out[1], text: '记下了。\n\n您一个人住吗？', urgency: 'receipt' },
      places: [0, 1],
    },
  ])
  expect(mergeTurn(out, false).map(({ message }) => message)).toEqual(out)
})

test('an adviser and the bot are never heard as one', () => {
  const out: readonly Outgoing[] = [
    { from: 'adviser', by: '张敏', text: '我来帮您。', urgency: 'receipt' },
    { from: 'bot', text: '您一个人住吗？', urgency: 'question' },
  ]
  expect(mergeTurn(out, true).length).toBe(2)
})
