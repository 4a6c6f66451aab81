import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/core/casework/case-file.ts'
import { converse, type Talk } from '../../../src/core/dialog/converse.ts'
import { fromCsv, toCsv } from '../../../src/core/dialog/translate/carry-csv.ts'
import { fromPo, toPo } from '../../../src/core/dialog/translate/carry-po.ts'
import { houseIn } from '../../../src/core/dialog/translate/house-in.ts'
import { heardAs, languageAsked } from '../../../src/core/dialog/translate/language.ts'
import { isOddLength } from '../../../src/core/dialog/translate/odd-length.ts'
import {
  translatable,
  translatablePhrases,
} from '../../../src/core/dialog/translate/translatable.ts'
import { inLanguage, sourceMark, stateOf } from '../../../src/core/dialog/translate/translated.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { SECOND } from '../../../src/core/time.ts'
import { FRESH, house, MORNING, shipped } from './shipped-house.ts'

const languages = house.languages ?? {}
const codes = ['en', 'zh-TW'] as const

function aTalk() {
  let talk: Talk | null = null
  let now = MORNING
  let filed: CaseFile | null = null
  const turn = (incoming: Incoming): string => {
    now += 10 * SECOND
    const reply = converse(house, talk, { incoming, channel: 'web', now, fresh: FRESH })
    talk = reply.talk
    for (const event of reply.events) {
      if (event.type === 'case_opened' || event.type === 'case_updated') filed = event.file
    }
    const labels = reply.out.flatMap(({ options = [] }) => options.map(({ label }) => label))
    return [...reply.out.map(({ text }) => text), ...labels].join('\n')
  }
  return {
    opens: (language?: string) => turn({ kind: 'opened', ...(language ? { language } : {}) }),
    says: (text: string) => turn({ kind: 'text', text }),
    file: () => filed,
  }
}

test.each(codes)('%s: every text of every flow and phrase is there, with its numbers', (code) => {
  const language = languages[code]
  const promising = shipped.filter((flow) => flow.languages.includes(code))
  expect(promising.length).toBeGreaterThanOrEqual(5)
  const texts = [
    ...promising.flatMap((flow) =>
      translatable(flow).map((source) => ({ source, found: language?.flows[flow.id] ?? {} })),
    ),
    ...translatablePhrases(house.phrases).map((source) => {
      return { source, found: language?.phrases ?? {} }
    }),
  ]
  const digits = (text: string) => (text.replace(/\{[^}]*\}/g, '').match(/\d+/g) ?? []).join()
  for (const { source, found } of texts) {
    expect(stateOf(found, source.key, source.text), source.key).toBe('done')
    const said = found[source.key]?.text ?? ''
    // 三千五 is written 3500 where nobody reads Chinese numerals
    if (code === 'zh-TW' || !/[一二三四五六七八九十百千万]/.test(source.text))
      expect(digits(said), source.key).toBe(digits(source.text))
  }
})

test('a request is made in English; the desk reads it in Chinese', () => {
  const { opens, says, file } = aTalk()
  expect(opens('en')).toMatch(/Do you agree\?\nI agree\nI do not agree$/)
  expect(says('yes')).toContain('Who needs help this time?')
  expect(says('myself')).toContain('What do we call')
  for (const line of [
    'Mr Li',
    '13800138000',
    '华院小区5号',
    'yes',
    'My wife is in hospital and we cannot pay',
    'yes',
  ])
    says(line)
  expect(says('none of these')).toContain('Your number is 4738-2915')
  expect(says('send it now')).toContain('For whom：Myself or my family')
  says('good')
  const answers = Object.fromEntries((file()?.answers ?? []).map((each) => [each.slot, each.reads]))
  expect(answers).toMatchObject({ for_whom: '我自己或我家', urgent: '都没有' })
  expect(file()?.answers[0]?.question).toBe('这次是谁需要帮助？')
  expect(file()?.story).toBe('My wife is in hospital and we cannot pay')
})

test('the language changes at any question and keeps every answer', () => {
  const { says } = aTalk()
  says('你好')
  says('好的')
  expect(says('English')).toContain('Who needs help this time?')
  expect(says('繁體')).toContain('這次是誰需要幫助？')
  expect(says('鄰居或朋友')).toContain('他（她）知道您來求助嗎？')
  expect(says('中文')).toContain('他（她）知道您来求助吗？')
})

test('words of danger in English are heard from anybody, before consent too', () => {
  for (const [text, sign] of [
    ['I want to kill myself', '010'],
    ['My husband beats me', '110'],
    ['he is not breathing', '120'],
    ['There is a fire!', '119'],
  ] as const) {
    const { opens, says } = aTalk()
    opens()
    expect(says(text), text).toMatch(new RegExp(`${sign}|1\\d\\d`))
    expect(says(text)).not.toContain('没看懂')
  }
  expect(heardAs(languages, undefined, 'suicidal')).toBe('我想自杀')
  expect(heardAs(languages, undefined, 'no')).toBe('no')
})

test('a translation of another text is not said; the source is', () => {
  const source = '您叫什么？'
  const of = sourceMark(source)
  expect(inLanguage({ a: { text: 'Name?', of } }, 'a', source)).toBe('Name?')
  expect(inLanguage({ a: { text: 'Name?', of } }, 'a', '您贵姓？')).toBe('您贵姓？')
  expect(inLanguage({ a: { text: '{name}?', of } }, 'a', source)).toBe(source)
  expect(inLanguage({}, 'constructor', source)).toBe(source)
})

test('only the name of a language alone asks for it', () => {
  expect(languageAsked(languages, ['中文'], ' English! ')).toBe('en')
  expect(languageAsked(languages, ['中文'], '我儿子学English')).toBeUndefined()
  expect(languageAsked(languages, ['中文'], '中文')).toBe('')
  expect(houseIn(house, 'xx')).toBe(house)
})

test('translators carry texts out and in as CSV and PO, whatever is in them', () => {
  const sign = fc.constantFrom('a', '王', '"', ',', '\n', '\\', '=', '{x}', ' ')
  const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''))
  const row = fc.record({ key: fc.stringMatching(/^[a-z]{1,5}\.[a-z]{1,5}$/), source: text, text })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      expect(fromCsv(toCsv(rows))).toEqual(rows)
      expect(fromPo(toPo(rows, 'en'))).toEqual(rows)
    }),
    { numRuns: 200 },
  )
  expect(fromCsv('name,age\r\n1,2')).toBeNull()
  expect(fromPo('hello')).toBeNull()
  expect(fromPo('#, fuzzy\nmsgctxt "a.b"\nmsgid "x"\nmsgstr "y"\n')).toEqual([])
})

test('a translation that is far too short or too long is looked at', () => {
  expect(isOddLength('en', '请您用自己的话说说', 'Say')).toBe(true)
  expect(isOddLength('en', '请您用自己的话说说', 'Please say it in your own words')).toBe(false)
  expect(isOddLength('zh-TW', '请您用自己的话说说', '請您用自己的話說說')).toBe(false)
  expect(isOddLength('en', '同意', 'I agree with all of that')).toBe(false)
})
