import { expect, test } from 'vitest'
import { hear } from '../hear.ts'

const AMOUNTS: readonly (readonly [string, number, number])[] = [
  ['3500', 3500, 3500],
  ['3500块', 3500, 3500],
  ['3,500元', 3500, 3500],
  ['三千五', 3500, 3500],
  ['３５００', 3500, 3500],
  ['3千5', 3500, 3500],
  ['3千5百', 3500, 3500],
  ['三千五百块钱', 3500, 3500],
  ['两千六', 2600, 2600],
  ['二千六百', 2600, 2600],
  ['4k', 4000, 4000],
  ['1.3w', 13000, 13000],
  ['1.3万', 13000, 13000],
  ['一万三', 13000, 13000],
  ['1万3', 13000, 13000],
  ['三千零五十', 3050, 3050],
  ['壹仟贰佰元', 1200, 1200],
  ['一千三百五', 1350, 1350],
  ['九百', 900, 900],
  ['850', 850, 850],
  ['两三千', 2000, 3000],
  ['三四千块', 3000, 4000],
  ['五六百', 500, 600],
  ['5、6千', 5000, 6000],
  ['3-4千', 3000, 4000],
  ['三千到四千', 3000, 4000],
  ['3000到3500', 3000, 3500],
  ['两千多', 2000, 2000],
  ['两千七百多块', 2700, 2700],
  ['千把块', 1000, 1000],
  ['千把块钱吧', 1000, 1000],
  ['万把块', 10000, 10000],
  ['百来块', 100, 100],
  ['几百块', 200, 900],
  ['十几万', 110000, 190000],
  ['二十来万', 200000, 200000],
  ['千儿八百的', 800, 1000],
  ['没有收入', 0, 0],
  ['没有', 0, 0],
  ['一分钱都没有', 0, 0],
  ['零', 0, 0],
  ['呒没', 0, 0],
  ['没得收入', 0, 0],
  ['大概三千左右', 3000, 3000],
  ['三千不到', 3000, 3000],
  ['三千出头', 3000, 3000],
  ['退休金3800', 3800, 3800],
  ['一个月两千二', 2200, 2200],
  ['每月退休工资四千三百六', 4360, 4360],
  ['我一千二他一千九', 3100, 3100],
  ['我两千，老伴三千', 5000, 5000],
  ['低保一千三加残补四百', 1700, 1700],
  ['有时候三千，有时候两千', 2000, 3000],
  ['有活干就四五千，没活干一分没有', 0, 5000],
  ['工资四千五，到手三千九', 3900, 3900],
  ['两千 不对 两千三', 2300, 2300],
  ['我两千他三千，一共五千', 5000, 5000],
  ['二千四一個月', 2400, 2400],
  ['兩千八百塊', 2800, 2800],
  ['一千八蚊', 1800, 1800],
]

test.each(AMOUNTS)('「%s」 is an amount from %d to %d yuan', (text, min, max) => {
  const { money } = hear(text, { expects: 'money' }).slots
  expect({ min: money?.min, max: money?.max }).toEqual({ min, max })
})

test.each(['大概三千', '两三千', '千把块', '两千多', '三千左右'])(
  '「%s」 is only about right',
  (text) => {
    expect(hear(text, { expects: 'money' }).slots.money?.approx).toBe(true)
  },
)

test.each([
  ['一年三万', 'year'],
  ['每个月两千', 'month'],
  ['一天一百二', 'day'],
] as const)('「%s」 says the period: %s', (text, per) => {
  expect(hear(text, { expects: 'money', per: 'month' }).slots.money?.per).toBe(per)
})

test('an amount without a period means the period that was asked for', () => {
  expect(hear('两千', { expects: 'money', per: 'month' }).slots.money?.per).toBe('month')
})

test('the addends of a sum are kept', () => {
  expect(hear('我一千五他两千三', { expects: 'money' }).slots.money?.parts).toEqual([1500, 2300])
})

test('a lone 0 is the number and the call for a person', () => {
  const { slots, acts } = hear('0', { expects: 'money' })
  expect(slots.number).toEqual({ value: 0 })
  expect(acts.map((a) => a.act)).toContain('human')
})

test.each([
  '不想说',
  '我儿子管钱',
  '记不清了',
  '千万别问这个',
  '老百姓一个',
  '三个人',
  '停了三个月',
])('「%s」 states no amount', (text) => {
  expect(hear(text, { expects: 'money' }).slots.money).toBeUndefined()
})

test.each([
  ['不固定，多的时候三千', { min: 0, max: 3000, approx: true }],
  ['最多也就两千', { min: 0, max: 2000, approx: true }],
  ['我一个月两千，老伴一年一万二', { min: 3000, max: 3000, per: 'month', parts: [2000, 1000] }],
  ['我一千五，老伴两千三，儿子没有', { min: 3800, max: 3800, parts: [1500, 2300] }],
  ['一年三万六', { min: 36000, per: 'year' }],
] as const)('「%s」 is %j', (text, money) => {
  expect(hear(text, { expects: 'money' }).slots.money).toMatchObject(money)
})
