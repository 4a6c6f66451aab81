import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FactTypes } from '../../../src/core/conditions/fact-types.ts'
import { parseExpression } from '../../../src/core/conditions/parse.ts'
import { fromCsv } from '../../../src/core/dialog/translate/carry-csv.ts'
import { fromPo } from '../../../src/core/dialog/translate/carry-po.ts'
import { readFlowText } from '../../../src/edge/sources/read-flow-text.ts'
import type { Target } from '../fuzz.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const flow = readFileSync(join(import.meta.dirname, '../../../flows/my-case.yaml'), 'utf8')

/** The YAML of a flow, as an admin saves it. */
export const flowText: Target = {
  name: 'flow',
  seeds: [flow.slice(0, 3_000), flow.slice(-1_500)],
  tokens: ['\n  - id: x\n', 'when: ', 'ask: ', 'goto: ', '&a [*a]', '? ', '!!binary ', '<<: '],
  read: (bytes) => readFlowText(text(bytes)),
}

const FACTS: FactTypes = {
  for_whom: { type: 'choice', of: ['self', 'family'] },
  age: { type: 'number' },
  needs: { type: 'choices', of: ['ill', 'inc'] },
}

/** A condition, as it is typed. */
export const condition: Target = {
  name: 'condition',
  seeds: [
    'for_whom = "self"',
    'age >= 60 and (income < 2000 or count(needs) > 2)',
    'list contains(needs, "ill")',
  ],
  tokens: [
    ' and ',
    ' or ',
    'not(',
    ' in [',
    'between ',
    '"',
    '..',
    'if ',
    ' then ',
    'every ',
    '@"2026-01-01"',
    'null',
  ],
  read: (bytes) => parseExpression(text(bytes), FACTS),
}

/** Translations that come back from an office or a translator. */
export const translations: Target = {
  name: 'translations',
  seeds: [
    'key,source,text\nask.name,"您叫什么名字？","What is your name?"\n',
    'msgid ""\nmsgstr ""\n\nmsgctxt "ask.name"\nmsgid "您叫什么名字？"\nmsgstr "What is your "\n"name?"\n',
  ],
  tokens: ['msgid "', 'msgstr "', 'msgctxt "', '\\n', '"\n"', '#, fuzzy\n', ','],
  read: (bytes) => [fromCsv(text(bytes)), fromPo(text(bytes))],
}
