import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { flowSchema } from '../../../src/core/dialog/flow/schema.ts'
import { fieldsOf, QUESTION_FIELDS } from '../../../src/web/studio/checks/read-flow.ts'

const FORMS = join(import.meta.dirname, '../../../src/web/studio/step')
const forms = readdirSync(FORMS)
  .map((file) => readFileSync(join(FORMS, file), 'utf8'))
  .join('\n')

/** Whether a form names the setting where it writes: as a field, in a call, or as the end of a path. */
const isWritten = (setting: string) =>
  new RegExp(`field="${setting}"|(?:write|set)\\('${setting}'|'${setting}'[,\\]]`).test(forms)

const KINDS = ['say', 'ask', 'adaptive', 'do', 'run', 'end'] as const
const settings = new Set([...KINDS.flatMap(fieldsOf), ...QUESTION_FIELDS])

test.each([...settings])('the setting %s of a step stands in a form', (setting) => {
  expect(isWritten(setting)).toBe(true)
})

const { ask } = Object.fromEntries(
  flowSchema.shape.steps.element.options.map((form) => [
    'ask' in form.shape ? 'ask' : 'other',
    form,
  ]),
)
const { options } = (ask as z.ZodObject).shape as { options: z.ZodOptional<z.ZodRecord> }
const option = Object.keys((options.unwrap().valueType as z.ZodObject).shape)

test.each(option)('the setting %s of an option stands in a form', (setting) => {
  expect(isWritten(setting)).toBe(true)
})

test('a setting that no form knows would be found', () => {
  expect(isWritten('moonlight')).toBe(false)
})
