import { expect, test } from 'vitest'
import { actsOf, hear } from '../hear.ts'

const OPTIONS = [
  { label: '看病吃药的钱', words: ['医药费', '看病'] },
  { label: '找工作', words: ['就业', '上班'] },
  { label: '房子', words: ['住房', '漏水', '房租'] },
  { label: '孩子读书', words: ['上学', '学费'] },
  { label: '老人照顾', words: ['护理', '陪护'] },
]

const ONE: readonly (readonly [string, number])[] = [
  ['1', 1],
  ['１', 1],
  ['①', 1],
  ['一', 1],
  ['壹', 1],
  ['第一个', 1],
  ['第1个', 1],
  ['选1', 1],
  ['选一', 1],
  ['我选1', 1],
  ['1.', 1],
  ['1、', 1],
  ['1。', 1],
  ['一号', 1],
  ['1号', 1],
  ['A', 1],
  ['a', 1],
  ['选A', 1],
  ['2', 2],
  ['②', 2],
  ['２', 2],
  ['二', 2],
  ['两', 2],
  ['第二个吧', 2],
  ['选2吧', 2],
  ['B', 2],
  ['b.', 2],
  ['就2', 2],
  ['是2', 2],
  ['应该是2', 2],
  ['第二项', 2],
  ['第二条', 2],
  ['填2', 2],
  ['按2', 2],
  ['3', 3],
  ['三', 3],
  ['叁', 3],
  ['第三个', 3],
  ['C', 3],
  ['选第三个', 3],
  ['3啊', 3],
  ['3号', 3],
  ['三号', 3],
  ['（3）', 3],
  ['4', 4],
  ['第四', 4],
  ['d', 4],
  ['⑤', 5],
  ['5', 5],
  ['E', 5],
  ['最后一个', 5],
  ['最后那个', 5],
  ['前面那个', 1],
  ['后面那个', 5],
  ['最上面那个', 1],
  ['找工作', 2],
  ['就业', 2],
  ['救业', 2],
  ['救夜', 2],
  ['房子', 3],
  ['房子的事', 3],
  ['漏水', 3],
  ['学费', 4],
  ['孩子读书的', 4],
  ['孩子独书', 4],
  ['老人照顾', 5],
  ['陪护', 5],
  ['看病', 1],
  ['医药废', 1],
  ['我选第二个，因为没班上', 2],
]

test.each(ONE)('「%s」 chooses option %d', (text, number) => {
  expect(hear(text, { expects: 'choice', options: OPTIONS }).slots.choice).toEqual([number])
})

const MANY: readonly (readonly [string, readonly number[]])[] = [
  ['1 3', [1, 3]],
  ['1,3', [1, 3]],
  ['1、3', [1, 3]],
  ['13', [1, 3]],
  ['一和三', [1, 3]],
  ['一三', [1, 3]],
  ['第一个和第三个', [1, 3]],
  ['选1和3', [1, 3]],
  ['1.3', [1, 3]],
  ['A C', [1, 3]],
  ['AC', [1, 3]],
  ['1 2 4', [1, 2, 4]],
  ['1，2，4', [1, 2, 4]],
  ['二三', [2, 3]],
  ['都有', [1, 2, 3, 4, 5]],
  ['全部', [1, 2, 3, 4, 5]],
  ['全都有', [1, 2, 3, 4, 5]],
  ['样样都有', [1, 2, 3, 4, 5]],
  ['都不是', []],
  ['都没有', []],
  ['以上都不是', []],
  ['一个都不是', []],
  ['前两个', [1, 2]],
  ['后两个', [4, 5]],
  ['房子和找工作', [2, 3]],
  ['看病，还有学费', [1, 4]],
  ['①③', [1, 3]],
  ['1跟3', [1, 3]],
]

test.each(MANY)('「%s」 chooses %j of several', (text, numbers) => {
  expect(hear(text, { expects: 'choices', options: OPTIONS }).slots.choice).toEqual(numbers)
})

test.each([
  ['1 3', [1, 3]],
  ['学费和房租', [3, 4]],
])('「%s」 fits two options of which one is wanted: ask which', (text, numbers) => {
  const { slots } = hear(text, { expects: 'choice', options: OPTIONS })
  expect(slots.choice_between).toEqual(numbers)
  expect(slots.choice).toBeUndefined()
})

test.each(['9', '26', '吃饭了', '我女儿会来的', '嗯', '😀'])(
  '「%s」 chooses nothing of five options',
  (text) => {
    const { slots } = hear(text, { expects: 'choice', options: OPTIONS })
    expect([slots.choice, slots.choice_between]).toEqual([undefined, undefined])
  },
)

test('a denied label is not chosen', () => {
  const { slots } = hear('不是房子，是学费', { expects: 'choice', options: OPTIONS })
  expect(slots.choice).toEqual([4])
})

test('yes and no choose the option that says yes or no', () => {
  const options = [{ label: '有' }, { label: '没有' }, { label: '不清楚' }]
  const chosen = (text: string) => hear(text, { expects: 'choice', options }).slots.choice
  expect([chosen('有的呀'), chosen('呒没'), chosen('没得'), chosen('不晓得')]).toEqual([
    [1],
    [2],
    [2],
    [3],
  ])
})

test('a choice is an option, no yes and no doubt', () => {
  expect(actsOf('第二个', { expects: 'choice', options: OPTIONS })).toEqual(['option'])
})

test('kinds of kin choose by their short words', () => {
  const options = [
    { label: '我自己或我家' },
    { label: '我的亲戚', words: ['爸', '妈', '儿子'] },
    { label: '邻居或朋友', words: ['楼上'] },
  ]
  const chosen = (text: string) => hear(text, { expects: 'choice', options }).slots.choice
  expect([chosen('帮我妈问的'), chosen('我自己'), chosen('楼上的老太太')]).toEqual([[2], [1], [3]])
})

test('a greeting never agrees to anything', () => {
  const options = [{ label: '同意', words: ['好', '好的', '行'] }, { label: '不同意' }]
  for (const text of ['你好', '您好', '你们好', '你好呀', '早上好']) {
    expect(hear(text, { expects: 'choice', options }).slots.choice, text).toBeUndefined()
  }
})

test.each(['你好', '您好', '早上好'])('「%s」 is a greeting and agrees to nothing', (text) => {
  const options = [{ label: '同意', words: ['好', '可以'] }, { label: '不同意' }]
  expect(hear(text, { expects: 'choice', options }).slots.choice).toBeUndefined()
  expect(actsOf(text, { expects: 'yes_no' })).toEqual(['greet'])
})

const ILL = ['没有', '有慢性病，药钱还行', '有大病，花钱很多'].map((label) => ({ label }))

test.each(['不想说', '不方便说', '不想讲', '不是很清楚', '我不大晓得'])(
  '「%s」 does not choose 没有',
  (text) => {
    expect(hear(text, { expects: 'choice', options: ILL }).slots.choice).toBeUndefined()
  },
)

test.each(['没有', '没', '无', '没有的'])('「%s」 chooses 没有', (text) => {
  expect(hear(text, { expects: 'choice', options: ILL }).slots.choice).toEqual([1])
})
