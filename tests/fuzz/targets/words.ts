import { join } from 'node:path'
import { understand } from '../../../src/core/understanding/understand.ts'
import { loadLexicons } from '../../../src/edge/sources/lexicons.ts'
import { loadWeights } from '../../../src/edge/sources/weights.ts'
import type { Target } from '../fuzz.ts'

const chinese = join(import.meta.dirname, '../../../locales/zh-CN')
const NOW = Date.parse('2026-11-21T12:00:00+08:00')

/** What people write: any text, to any question. */
export async function words(): Promise<Target> {
  const lexicons = await loadLexicons(join(chinese, 'understanding'))
  const weights = await loadWeights(join(chinese, 'weights/danger.json'))
  const expected = ['open', 'money', 'date', 'address', 'household', 'choice'] as const
  return {
    name: 'words',
    seeds: [
      '我妈85岁了，一个人住，每月三千八，药费要1500',
      '前年腊月廿三摔了一跤，今年六月又住院，花了十几万',
      '华阳路街道华院小区5号302室，电话一三八零零一三八零零零',
      '不想活了',
      '三口人，老公、儿子和我',
      'I have no food',
      '不是，我说错了，是我姐姐',
    ],
    tokens: [
      '万',
      '千',
      '块',
      '不',
      '没',
      '号',
      '弄',
      '岁',
      '月',
      '腊月',
      '两三',
      '半',
      '他',
      '说',
      '要是',
      '110',
      '/',
    ],
    read: (bytes) => {
      const text = Buffer.from(bytes).toString()
      const expects = expected[text.length % expected.length] ?? 'open'
      return understand(text, { expects, now: NOW, options: [] }, { lexicons, weights })
    },
  }
}
