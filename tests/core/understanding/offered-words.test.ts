import { expect, test } from 'vitest'
import { understand } from '../../../src/core/understanding/understand.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'

const { knowledge } = await loadHouse('310105')
const NOW = Date.parse('2026-11-20T10:00:00+08:00')

test('words that the house itself offered call nobody out', () => {
  const options = [{ label: '再答几题' }, { label: '现在就交' }]
  const { crisis } = understand('现在就交', { expects: 'choice', options, now: NOW }, knowledge)
  expect(crisis.tier).toBe('none')
})

test('a short name is no alarm by its sound alone', () => {
  for (const name of ['三楼钱阿婆', '二楼老周', '楼下孙伯伯']) {
    const { crisis } = understand(name, { expects: 'text', now: NOW }, knowledge)
    expect(['none', 'watch'], name).toContain(crisis.tier)
  }
})

test('danger is heard where a name was asked for', () => {
  for (const words of ['我不想活了', '他在打我', '煤气漏了']) {
    const { crisis } = understand(words, { expects: 'text', now: NOW }, knowledge)
    expect(['high', 'imminent'], words).toContain(crisis.tier)
  }
})
