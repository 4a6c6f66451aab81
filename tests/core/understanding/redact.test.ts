import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from '../../../src/core/understanding/redact.ts'

test.each([
  ['我手机138 0013-4821，老公住院了', '138', '4821'],
  ['电话是幺三九零零一三四八二一，快没钱了', '幺三九', '三四八'],
  ['我电话１３８００１３４８２１', '138', '１３８'],
  ['身份证310105195203041237，低保停了', '310105', '1237'],
  ['身份证 31010519520304123X 在的', '3X', '123X'],
  ['座机021-6251 8800打不通', '6251', '8800'],
  ['卡号6222 0210 0111 6245 702被冻结', '6222', '702'],
  ['住在长寿路203弄15号302室，漏水', '203', '302'],
  ['家住万航渡路八弄三号楼二零一室', '八弄', '二零一'],
  ['住绿叶苑路82弄牡丹苑6号', '82', '6号'],
  ['住牡丹三村（37-50号）', '37', '50'],
  ['我叫王建国，今年失业了', '王建国', '建国'],
  ['我儿子张伟今年没工作', '张伟', '张伟'],
  ['王建国今年72岁，独居', '王建国', '建国'],
  ['楼下李阿姨帮我写的', '李阿姨', '李'],
  ['居委的小陈让我来问', '小陈', '陈'],
  ['我姓欧阳，家里没米了', '欧阳', '欧阳'],
  ['1952年3月4日生的，腿不好', '1952', '3月4'],
  ['邮箱wangxiuying52@example.com', 'wang', 'example'],
  ['微信号 wang_xy1952 加我', 'wang', '1952'],
])('nothing that tells who writes is left of %s', (text, ...gone) => {
  for (const part of gone) expect(redact(text)).not.toContain(part)
})

test.each([
  '老伴住院花了50000元，钱不够',
  '我妈妈高血压，药费一个月3500块',
  '孩子白血病，已经三个月没上学',
  '腿摔了没法买菜，一个人住',
  '欠了房租，房东要我月底搬走',
])('the trouble stays as it was told: %s', (text) => {
  expect(redact(text)).toBe(text.normalize('NFKC'))
})

test('what the conversation has as name, phone and address is gone, however strange it is', () => {
  const text = '阿依古丽·买买提 住 幸福里那个红房子，腰痛'
  expect(redact(text, ['阿依古丽·买买提', '幸福里那个红房子'])).toBe('[private] 住 [private],腰痛')
})

test('no mobile and no identity number survives, whatever stands around it', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
  const id = fc.stringMatching(/^3101\d{13}[\dX]$/)
  fc.assert(
    fc.property(fc.string(), fc.oneof(phone, id), fc.string(), (before, number, after) => {
      expect(redact(`${before}${number}${after}`)).not.toContain(number)
    }),
  )
})
