import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configurationPage } from '../../src/edge/configuration-page.ts'

const PAGE = join(import.meta.dirname, '../../docs/reference/configuration.md')

test('the page on configuration says what the schema says', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(configurationPage())
})
