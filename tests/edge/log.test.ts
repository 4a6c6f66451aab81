import { expect, test } from 'vitest'
import { problem } from '../../src/core/errors.ts'
import { openLog } from '../../src/edge/log.ts'

function written(fn: (log: ReturnType<typeof openLog>) => void): string {
  let lines = ''
  fn(
    openLog((line) => {
      lines += line
    }),
  )
  return lines
}

test('codes and ids come through', () => {
  const line = written((log) => log.info('case_opened', { case: '4738-2915', seq: 3 }))
  expect(JSON.parse(line)).toMatchObject({ event: 'case_opened', case: '4738-2915', seq: 3 })
})

test('words of a resident do not, whatever they are called', () => {
  const words = '我的腿摔断了没人管'
  const line = written((log) => {
    log.info('x', { text: words, phone: '13800000000', name: words })
    log.warn('x', { other: words.repeat(20) })
    log.error('x', new Error(`invalid input: ${words}`, { cause: new Error(words) }))
    log.error('x', words)
  })
  expect(line).not.toContain(words)
  expect(line).not.toContain('13800000000')
})

test('an error is known by its code and place', () => {
  const line = written((log) => log.error('turn_failed', problem('seal_broken'), { seq: 1 }))
  expect(JSON.parse(line)).toMatchObject({ event: 'turn_failed', code: 'seal_broken', seq: 1 })
  const other = written((log) => log.error('turn_failed', new TypeError('x')))
  expect(JSON.parse(other).at).toMatch(/log\.test\.ts:\d+$/)
})
