import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBill } from '../../../src/core/understanding/read-bill.ts'

test.each([
  [
    ['上 海 市 医疗 门诊 收费 票据', '病历号 00123', '合计 ￥1,280.50', '个人自付 320.5'],
    'receipt',
    320.5,
  ],
  [['住院费用清单', '床位费 1200.00', '总金额：15380 元'], 'receipt', 15380],
  [['出 院 小 结', '入院日期 2026-03-02', '诊断：髋部骨折'], 'discharge', null],
  [['门诊病历', '主诉：头晕三天'], 'medical_record', null],
  [['诊断证明书', '疾病诊断 2型糖尿病'], 'diagnosis', null],
  [['中华人民共和国残疾人证', '残疾等级 二级'], 'disability_card', null],
  [['姓名', '公民身份号码 31010'], 'identity_card', null],
  [['上海市最低生活保障金领取证'], 'allowance_card', null],
  [['常住人口登记卡'], 'household_register', null],
  [['2026年3月工资单', '应发工资 4200', '实发工资 3,612.40'], 'payslip', 3612.4],
  [['房屋租赁合同', '甲方'], 'lease', null],
  [['小票', '合计：45.00'], 'other', 45],
])('%j is %s with %s yuan', (lines, document, amount) => {
  expect(readBill(lines)).toMatchObject({ document, amount })
})

test('the words that it rests on come with it', () => {
  const lines = ['某某医院', '收 费 单', '张三', '合计 98.00']
  expect(readBill(lines)?.words).toEqual(['收费单', '合计98.00'])
})

test.each([
  [['今天天气很好', '楼道里的灯坏了']],
  [['金额 0.00']],
  [['合计 2026年3月']],
  [['总计 12345678901234']],
  [[]],
])('%j is no paper', (lines) => {
  expect(readBill(lines)).toBeNull()
})

test('whatever a reader makes of a picture, nothing is thrown and no sum is absurd', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const amount = readBill(lines)?.amount ?? 1
      expect(amount > 0 && amount < 10_000_000).toBe(true)
    }),
  )
})
