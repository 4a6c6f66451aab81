import { expect, test } from 'vitest'
import { hear } from '../hear.ts'

/** Fresh wordings of each family beside calm ones that use its words. */
const HEARD = [
  ['suicide', '有没有吃了不再醒的药'],
  ['suicide', '我想去那边给老伴做个伴'],
  ['suicide', '没有我他们反而轻松'],
  ['suicide', '她在朋友圈写了永别'],
  ['suicide', '再不解决我就死在你们门口'],
  ['missing', '外婆出去散步，天黑了还联系不上'],
  ['missing', '孙子没坐上校车，老师也在找'],
  ['medical', '爷爷刚才突然话都说不清'],
  ['medical', '摔在浴室里够不到电话，腿没知觉'],
  ['violence', '她手臂上全是乌青，不敢说'],
] as const

const CALM = [
  '跳过，华院居委',
  '药店几点关门',
  '什么活动，闷死了',
  '孙女被她妈妈接走了',
  '这事一句话讲不清楚',
  '老头子去公园下棋，还没回来吃饭',
  '那边的居委在哪里，我要去那边办',
  '轮到我叫号了，我走了',
]

test.each(HEARD)('%s: 「%s」 raises the alarm', (type, line) => {
  expect(hear(line).crisis).toMatchObject({ type, tier: expect.stringMatching(/high|imminent/) })
})

test.each(CALM)('「%s」 raises no alarm', (line) => {
  expect(['none', 'watch']).toContain(hear(line).crisis.tier)
})
