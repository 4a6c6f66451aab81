import { expect, test } from 'vitest'
import { hear } from './hear.ts'

test.each([
  ['我係一個人住', '我是一个人住'],
  ['屋企冇錢', '家里没有钱'],
  ['阿拉老头子瘫特了', '我们老头子瘫掉了'],
  ['我底保停了', '我低保停了'],
  ['残集证', '残疾证'],
  ['专人工', '转人工'],
  ['肾率竭', '肾衰竭'],
  ['勿想活了', '不想活了'],
  ['没得钱', '没有钱'],
  ['１３９', '139'],
  ['娃娃', '孩子'],
  ['不 想 活 了', '不想活了'],
] as const)('「%s」 is read as 「%s」', (raw, text) => {
  expect(hear(raw).text).toBe(text)
})

test.each(['伊犁路', '紫砂壶', '社保报销', '联系居委', '没得到补助', '木头伐木', '低保'])(
  '「%s」 stays as it is',
  (text) => {
    expect(hear(text).text).toBe(text)
  },
)

test('spans point to the typed words, not to what they were read as', () => {
  const raw = '屋企好困難，媽媽中咗風'
  const ill = hear(raw).indicators.find((i) => i.code === 'ill')
  expect(raw.slice(...(ill?.span ?? [0, 0]))).toContain('中咗風')
})
