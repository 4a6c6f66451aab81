import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PROBLEMS } from '../../../src/core/errors.ts'

test('the page of errors lists the codes of the house, all of them and no other', () => {
  const page = readFileSync(
    resolve(import.meta.dirname, '../../../docs/reference/errors.md'),
    'utf8',
  )
  const listed = [...page.matchAll(/^\| `(\w+)` \| (\d{3}) \| (.+?) \| .+ \|$/gm)].map(
    ([, code, status, says]) => [code, Number(status), says],
  )
  const known = Object.entries(PROBLEMS).map(([code, { status, says }]) => [code, status, says])
  expect(listed).toEqual(known)
})
