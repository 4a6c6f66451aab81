/** One way people answer, and the value that it holds. */
export type Case = {
  readonly kind: 'number' | 'money' | 'age' | 'yes_no' | 'date' | 'phone'
  readonly text: string
  /** Any of these is right. A range counts by its lower end. */
  readonly wanted: readonly (string | number | boolean)[]
  /** The day from which relative days are counted. */
  readonly today?: string
}

const TODAY = '2026-11-21'
const of =
  (kind: Case['kind']) =>
  ([text, ...wanted]: readonly [string, ...(string | number | boolean)[]]): Case => ({
    kind,
    text,
    wanted,
    today: TODAY,
  })

/** How residents of Shanghai answer: own examples, 21 November 2026 being today. */
export const COLLOQUIAL: readonly Case[] = [
  ...(
    [
      ['两千8', 2800],
      ['三四千', 3000],
      ['千把块', 1000],
      ['十几万', 110000, 100000],
      ['一个月三千两百多', 3200],
      ['2千5', 2500],
      ['1.2w', 12000],
      ['一分都没有', 0],
      ['我一千五他两千三', 3800],
      ['四五百块', 400],
    ] as const
  ).map(of('money')),
  ...(
    [
      ['七十三了', 73],
      ['六十有二', 62],
      ['今年82', 82],
      ['五四年的', 72],
      ['五岁', 5],
    ] as const
  ).map(of('age')),
  ...(
    [
      ['没得', false],
      ['没错', true],
      ['有的呀', true],
      ['嗯', true],
      ['没有', false],
      ['不是没有', true],
      ['算是吧', true],
      ['可不是嘛', true],
      ['勿是', false],
      ['👌', true],
    ] as const
  ).map(of('yes_no')),
  ...(
    [
      ['下礼拜三', '2026-11-25'],
      ['上个月底', '2026-10-31'],
      ['下个月5号', '2026-12-05'],
      ['半年前', '2026-05-21'],
      ['月底', '2026-11-30'],
      ['年初五', '2027-02-10'],
      ['中秋节', '2027-09-15'],
      ['五一年三月七号', '1951-03-07'],
      ['明朝', '2026-11-22'],
      ['这个礼拜天', '2026-11-22'],
    ] as const
  ).map(of('date')),
  ...(
    [
      ['幺三九一七零零幺二三四', '13917001234'],
      ['139 1700 1234', '13917001234'],
      ['021-62345678', '02162345678'],
    ] as const
  ).map(of('phone')),
]
