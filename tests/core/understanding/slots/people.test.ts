import { expect, test } from 'vitest'
import { hear } from '../hear.ts'

test.each([
  ['就我一个人', 1],
  ['我一个人住', 1],
  ['独居', 1],
  ['1', 1],
  ['两个', 2],
  ['我跟老伴两个人', 2],
  ['老两口', 2],
  ['我和我妈', 2],
  ['夫妻俩', 2],
  ['3', 3],
  ['三口人', 3],
  ['一家三口', 3],
  ['夫妻俩带一个孩子', 3],
  ['我老公和女儿', 3],
  ['两个大人一个小孩', 3],
  ['我、老婆、两个儿子', 4],
  ['我 老公 女儿 公公', 4],
  ['四个人', 4],
  ['连我五口', 5],
  ['三个大人两个小孩', 5],
  ['一共六个人', 6],
  ['爸妈和我', 3],
  ['三口人，女儿嫁出去了不住一起', 3],
  ['四口', 4],
  ['伲老两口', 2],
] as const)('「%s」 is a household of %d', (text, size) => {
  expect(hear(text, { expects: 'household' }).slots.household_size).toBe(size)
})

test.each([
  ['七十六', 76],
  ['76了', 76],
  ['七十六岁', 76],
  ['今年68', 68],
  ['六十有五', 65],
  ['五十出头', 50],
  ['快八十了', 80],
  ['虚岁七十', 69],
  ['48年的', 78],
  ['五二年生的', 74],
  ['1960年出生', 66],
  ['属鼠七十多', 70],
  ['九十三周岁', 93],
] as const)('「%s」 is the age of %d', (text, years) => {
  expect(hear(text, { expects: 'age' }).slots.age?.self).toBe(years)
})

test('ages belong to the person named before them', () => {
  expect(hear('我七十八岁，老伴八十一岁').slots.age).toEqual({ self: 78, spouse: 81 })
  expect(hear('孙女今年9岁').slots.age).toEqual({ grandchild: 9 })
  expect(hear('我妈今年八十五岁了，我也六十了').slots.age).toEqual({ mother: 85, self: 60 })
})

test('虚岁 is flagged', () => {
  expect(hear('虚岁七十', { expects: 'age' }).slots.nominal).toBe(true)
})

test.each([
  ['13917001234', '13917001234'],
  ['139 1700 1234', '13917001234'],
  ['139-1700-1234', '13917001234'],
  ['+86 13917001234', '13917001234'],
  ['幺三九幺七零零幺二三四', '13917001234'],
  ['一三九一七〇〇一二三四', '13917001234'],
  ['１３９１７００１２３４', '13917001234'],
  ['我女儿的 13917001234 晚上打', '13917001234'],
  ['021-62345678', '02162345678'],
  ['02162345678', '02162345678'],
  ['62345678', '62345678'],
] as const)('「%s」 is the phone %s', (text, phone) => {
  expect(hear(text, { expects: 'phone' }).slots.phone).toBe(phone)
})

test.each([
  ['1386200457', 10],
  ['139170012345', 12],
  ['139 1700', 7],
  ['12345678901', 11],
] as const)('「%s」 is no phone: it has %d digits', (text, digits) => {
  const { slots } = hear(text, { expects: 'phone' })
  expect([slots.phone, slots.phone_invalid?.digits]).toEqual([undefined, digits])
})

test.each([
  ['110105194912310025', false],
  ['11010519491231002X', true],
  ['1101 0519 4912 3100 2x', true],
  ['身份证 11010519491231002X', true],
  ['310105195802301231', false],
  ['310105203001011239', false],
  ['991015194912310028', false],
  ['31010519580312', false],
] as const)('「%s」 is a true identity number: %s', (text, valid) => {
  expect(hear(text, { expects: 'id_number' }).slots.id_number_valid).toBe(valid)
})
