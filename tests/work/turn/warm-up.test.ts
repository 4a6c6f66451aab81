import { expect, test } from 'vitest'
import { understand } from '../../../src/core/understanding/understand.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'
import { warmUp } from '../../../src/work/turn/warm-up.ts'

const first = async (isWarm: boolean) => {
  const house = await loadHouse('310105')
  if (isWarm) warmUp(house, 0)
  const began = performance.now()
  understand('家里老人病了，没钱看', { expects: 'open', now: 0 }, house.knowledge)
  return performance.now() - began
}

test('the first message to a house that has warmed up does not wait for what is built once', async () => {
  const cold = await first(false)
  const warm = await first(true)
  expect(warm).toBeLessThan(cold / 3)
})
