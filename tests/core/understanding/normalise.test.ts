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
  ['我妈叫不星了', '我妈叫不醒了'],
  ['三天没次饭', '三天没吃饭'],
  ['心跳漏一拍', '心跳漏一拍'],
  ['找住家保姆', '找住家保姆'],
  ['wo bu xiang huo le', '我不想活了'],
  ['我bu xiang huo了', '我不想活了'],
  ['wo ma jiao bu xing', '我妈叫不醒'],
  ['rengong', '人工'],
  ['my name is john smith', 'my name is john smith'],
  ['My dad can’t breathe', '我爸爸喘不上气'],
  ['we have no food', '我们没有吃的'],
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

test.each([
  ['我没gongzuo 就靠dibao', '我没工作 就靠低保'],
  ['他得了糖料病 住元一个月 没前交', '他得了糖尿病 住院一个月 没钱交'],
  ['而子失也半年 公资也没有', '儿子失业半年 工资也没有'],
  ['医要费要五万 幼儿园唔肯收', '医药费要五万 幼儿园不肯收'],
  ['单亲妈妈，女儿五岁', '单亲妈妈,女儿五岁'],
])('「%s」 is read as 「%s」', (raw, read) => {
  expect(hear(raw).text).toBe(read)
})

test.each([
  '事业单位不景气',
  '老半天没人接',
  '上下刚好两层',
  '公子哥儿',
  '一而再 子女都忙',
  '看并列第几名',
  '花前看看',
])('「%s」 is no slip', (raw) => {
  expect(hear(raw).text).toBe(raw)
})
