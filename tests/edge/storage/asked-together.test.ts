import { expect, test } from 'vitest'
import { askedTogether } from '../../../src/edge/storage/cases/asked-together.ts'

test('who asks meanwhile shares the next answer, never one that was begun before', async () => {
  const ask = askedTogether<number>()
  const open: ((value: number) => void)[] = []
  const make = () => new Promise<number>((done) => open.push(done))
  const first = ask('a', make)
  const others = [ask('a', make), ask('a', make), ask('a', make)]
  const elsewhere = ask('b', make)
  expect(open).toHaveLength(2)
  open[0]?.(1)
  open[1]?.(9)
  expect(await first).toBe(1)
  expect(await elsewhere).toBe(9)
  await Promise.resolve()
  expect(open).toHaveLength(3)
  open[2]?.(2)
  expect(await Promise.all(others)).toEqual([2, 2, 2])
})

test('an answer that fails fails for who shared it, and the next question is answered', async () => {
  const ask = askedTogether<number>()
  const failing = ask('a', () => Promise.reject(new Error('gone')))
  const shared = ask('a', () => Promise.reject(new Error('gone again')))
  await expect(failing).rejects.toThrow('gone')
  await expect(shared).rejects.toThrow('gone again')
  expect(await ask('a', () => Promise.resolve(3))).toBe(3)
})
