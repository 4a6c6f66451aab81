import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segments } from '../../../src/core/contract/segments.ts'

const phones = (text: string) =>
  segments(text).flatMap((part) => (part.kind === 'phone' ? [part.number] : []))

test.each([
  ['急事请打 110（报警）、120（急救）', ['110', '120']],
  ['求助热线12345，心理援助 12356。', ['12345', '12356']],
  ['打 962525 或 021-62520000', ['962525', '02162520000']],
  ['手机 138 0013 8000，或 13800138000', ['13800138000', '13800138000']],
  ['客服 400-820-8820', ['4008208820']],
  ['110或120', ['110', '120']],
  ['发短信到 12110021。', ['12110021']],
])('in %j these can be dialled: %j', (text, numbers) => {
  expect(phones(text)).toEqual(numbers)
})

test.each([
  ['您的编号是 4738-2915，请记下来。', ['4738-2915']],
  ['编号4738-2915。求助热线 12345', ['4738-2915']],
  ['2020-2026 年、021-6252-0000、310105-1990', []],
])('in %j the numbers of requests are %j', (text, numbers) => {
  const found = segments(text).flatMap((part) => (part.kind === 'request' ? [part.text] : []))
  expect(found).toEqual(numbers)
})

test('a mobile is somebody’s own, a landline is not', () => {
  const own = segments('13800138000、021-62520000、12345').flatMap((part) =>
    part.kind === 'phone' ? [part.own] : [],
  )
  expect(own).toEqual([true, false, false])
})

test('the police by text message are written to, everybody else is called', () => {
  const hrefs = segments('打 110，或发短信到 12110021').flatMap((part) =>
    part.kind === 'phone' ? [part.href] : [],
  )
  expect(hrefs).toEqual(['tel:110', 'sms:12110021'])
})

test.each([
  '您的编号是 4738-2915',
  '一个月 12345元',
  '欠了 120 块、110万',
  '共 12345 户',
  '2026-11-20 11:30',
  '310105199001011234',
  '1101 号',
  '3.110',
  '138****8000',
])('in %j there is nothing to dial', (text) => {
  expect(phones(text)).toEqual([])
})

test('the parts of any text make up the text again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789 -元。') }),
  )
  fc.assert(
    fc.property(text, (whole) => {
      expect(
        segments(whole)
          .map((part) => part.text)
          .join(''),
      ).toBe(whole)
    }),
  )
})
