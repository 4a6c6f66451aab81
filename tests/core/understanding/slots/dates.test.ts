import { expect, test } from 'vitest'
import { hear } from '../hear.ts'

test.each([
  ['今天', '2026-11-21'],
  ['明天', '2026-11-22'],
  ['明朝', '2026-11-22'],
  ['后天上午', '2026-11-23'],
  ['大后天', '2026-11-24'],
  ['昨天', '2026-11-20'],
  ['下礼拜三下午', '2026-11-25'],
  ['下周三', '2026-11-25'],
  ['下个星期五', '2026-11-27'],
  ['下星期天', '2026-11-29'],
  ['礼拜一', '2026-11-23'],
  ['周六', '2026-11-21'],
  ['这周日', '2026-11-22'],
  ['上礼拜二', '2026-11-10'],
  ['25号', '2026-11-25'],
  ['5号', '2026-12-05'],
  ['下个月5号', '2026-12-05'],
  ['下个月五号', '2026-12-05'],
  ['这个月底', '2026-11-30'],
  ['月底', '2026-11-30'],
  ['上个月底', '2026-10-31'],
  ['下个月初', '2026-12-01'],
  ['12月3号', '2026-12-03'],
  ['十二月三号', '2026-12-03'],
  ['3月8日', '2027-03-08'],
  ['2026年12月1日', '2026-12-01'],
  ['2026-12-01', '2026-12-01'],
  ['2026/12/1', '2026-12-01'],
  ['三天后', '2026-11-24'],
  ['两个礼拜后', '2026-12-05'],
  ['半年前', '2026-05-21'],
  ['三个月前', '2026-08-21'],
  ['两年前', '2024-11-21'],
  ['去年三月', '2025-03-01'],
  ['国庆节', '2027-10-01'],
  ['元旦', '2027-01-01'],
  ['1951.3.7', '1951-03-07'],
  ['1951年3月7日', '1951-03-07'],
  ['一九五一年三月七日', '1951-03-07'],
  ['五一年三月七号', '1951-03-07'],
  ['51年3月7号', '1951-03-07'],
  ['19510307', '1951-03-07'],
] as const)('「%s」 is the day %s', (text, day) => {
  expect(hear(text, { expects: 'date' }).slots.date).toBe(day)
})

test('a day long ago is a birthday', () => {
  expect(hear('1951.3.7', { expects: 'date' }).slots.birth_date).toBe('1951-03-07')
  expect(hear('明天', { expects: 'date' }).slots.birth_date).toBeUndefined()
})

test.each([
  ['下午', 'pm'],
  ['明天上午', 'am'],
  ['晚上有空', 'evening'],
] as const)('「%s」 names a part of the day', (text, part) => {
  expect(hear(text, { expects: 'date' }).slots.daypart).toBe(part)
})

test.each([
  ['快两年了', 24],
  ['半年', 6],
  ['三个月了', 3],
  ['一年半', 18],
  ['八年了', 8 * 12],
  ['一个多月', 1],
  ['半个月', 0.5],
] as const)('「%s」 lasts %d months', (text, months) => {
  expect(hear(text, { expects: 'number' }).slots.duration_months).toBe(months)
})

test.each(['2月31号', '13月5号', '礼拜二四六不行', '不知道', '武宁路203弄'])(
  '「%s」 is no day',
  (text) => {
    expect(hear(text, { expects: 'date' }).slots.date).toBeUndefined()
  },
)

test('the weekend has an end', () => {
  expect(hear('这个周末', { expects: 'date' }).slots).toMatchObject({
    date: '2026-11-21',
    date_end: '2026-11-22',
  })
})

test.each([
  ['农历八月十五', '2027-09-15'],
  ['正月初五', '2027-02-10'],
  ['腊月廿三', '2027-01-30'],
  ['阴历1951年三月初七', '1951-04-12'],
  ['春节', '2027-02-06'],
  ['年初五', '2027-02-10'],
  ['除夕', '2027-02-05'],
  ['春节前', '2027-02-05'],
  ['过年以后', '2027-02-09'],
  ['国庆节后', '2027-10-04'],
  ['元旦前', '2026-12-31'],
  ['中秋节', '2027-09-15'],
  ['端午', '2027-06-09'],
] as const)('「%s」 is the day %s of the usual calendar', (text, day) => {
  expect(hear(text, { expects: 'date' }).slots.date).toBe(day)
})

test.each([
  ['礼拜二四六不行', { weekdays_not: [2, 4, 6] }],
  ['星期二、星期四要透析', { weekdays_not: [2, 4] }],
  ['除了礼拜三都可以', { weekdays_not: [3] }],
  ['周一到周五都可以', { weekdays: [1, 2, 3, 4, 5] }],
  ['礼拜一三五上午', { weekdays: [1, 3, 5], daypart: 'am' }],
] as const)('「%s」 says which days suit', (text, slots) => {
  expect(hear(text, { expects: 'date' }).slots).toMatchObject(slots)
})
