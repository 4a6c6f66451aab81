import { expect, test } from 'vitest'
import { hear } from '../hear.ts'

const said = (text: string) => hear(text).indicators.map((i) => `${i.code} ${i.who} ${i.polarity}`)

test.each([
  ['我老公得了肺癌，化疗花光了积蓄', ['ill spouse present', 'inc household present']],
  ['我妈糖尿病二十年了，眼睛也看不见了', ['ill mother present', 'dis mother present']],
  ['我失业大半年了，找不到工作', ['emp self present']],
  ['儿子智力残疾二级', ['dis child present']],
  ['家里房子漏水，五口人挤在十八平', ['hou household present']],
  ['孙女不肯上学', ['edu grandchild present']],
  ['我没有医保，看病全是自费', ['sec self present', 'ill self present']],
  ['我一个人住，没人说话', ['soc self present']],
  ['离婚了，我一个人带两个孩子', ['cbu child present']],
  ['孩子爸爸坐牢了，跟着奶奶过', ['cen child present']],
  ['我老婆没有工作，全靠我打零工', ['emp spouse present', 'inc household present']],
  ['老伴瘫痪在床，吃饭要人喂', ['dis spouse present']],
  ['邻居老太太一个人住，生病了没人管', ['soc other present', 'ill other present']],
  ['残疾补贴停了', ['sec self present']],
  ['学费交不起', ['edu child present']],
  ['欠了八万块外债', ['inc self present']],
  ['房租付不起了', ['hou household present']],
] as const)('「%s」 suggests %j', (text, wanted) => {
  expect(said(text)).toEqual(expect.arrayContaining([...wanted]))
})

test.each([
  ['退休金五千，够用的', 'inc', 'absent'],
  ['我们家没有什么困难', 'inc', 'absent'],
  ['我原来困难，现在好了', 'inc', 'past'],
  ['低保怎么申请', 'inc', 'asked'],
  ['公租房要什么条件', 'hou', 'asked'],
  ['要是我病倒了怎么办', 'ill', 'hypothetical'],
] as const)('「%s」: %s is %s', (text, code, polarity) => {
  const item = hear(text).indicators.find((i) => i.code === code)
  expect(item?.polarity ?? 'nothing').toBe(polarity)
})

test('「没有残疾证但腿不好」: the legs count, the missing certificate does not hide them', () => {
  expect(said('没有残疾证，但腿不好走不动')).toEqual(expect.arrayContaining(['dis self present']))
})

test.each([
  '你好',
  '第二个',
  '我想参加志愿者服务',
  '居委会电话多少',
  '今天天气真好',
  '谢谢你们上次帮忙',
  '我住江苏路',
])('「%s」 suggests nothing to be in need of', (text) => {
  expect(hear(text).indicators.filter((i) => i.polarity === 'present')).toEqual([])
})

test('every suggestion shows its words and its rule', () => {
  const text = '我失业大半年了'
  const [item] = hear(text).indicators
  expect(text.slice(...(item?.span ?? [0, 0]))).toContain('失业')
  expect(item?.rule).toBe('emp-none')
})

test('values stated in a story are heard by the way', () => {
  const { slots } = hear(
    '退休金三千六，药费一个月要一千二，欠医院五万，一家四口住二十平，电话13917001234',
  )
  expect(slots).toMatchObject({
    income_monthly: 3600,
    expense_monthly: 1200,
    debt: 50000,
    household_size: 4,
    area_m2: 20,
    phone: '13917001234',
  })
})

test('asking for somebody else is heard', () => {
  expect(hear('帮我邻居问一下，她家里很困难').slots.for_other).toBe(true)
  expect(hear('我妈妈病了').slots.for_other).toBeUndefined()
})

const LETTER =
  '尊敬的领导，现在广大居民办理养老手续太繁琐，有些患者得了中风偏瘫，没有钱看病，很多人失业在家没有收入，工资也少，希望政府能重视这个问题，尽快给大家一个答复，也请有关部门多到现场看一看，谢谢领导。'

test('a letter about people in general suggests no need of the writer', () => {
  expect(hear(LETTER).indicators.filter((i) => i.polarity === 'present')).toEqual([])
})

test('the same troubles in the first person are needs', () => {
  const own = LETTER.replace('广大居民', '我').replace('有些患者', '我老公').replace('很多人', '我')
  const codes = hear(own)
    .indicators.filter((i) => i.polarity === 'present')
    .map((i) => i.code)
  expect(codes).toEqual(expect.arrayContaining(['ill', 'dis', 'inc', 'emp']))
})

test('how to apply for a card is a question, a card that was cut off a need', () => {
  const sec = (text: string) => hear(text).indicators.find((i) => i.code === 'sec')?.polarity
  expect(sec('家人没有社保怎么办理社保卡')).toBe('asked')
  expect(sec('家人的社保断了怎么补')).toBe('present')
})
