import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { model } from '../../support/assessment.ts'

type Flow = { readonly slots: Readonly<Record<string, { type: string; of?: readonly string[] }>> }

const file = new URL('../../../flows/help-request.yaml', import.meta.url)
const { slots } = parse(await readFile(file, 'utf8')) as Flow

test('the help request asks for every fact an indicator needs, with the same values', () => {
  const needed = new Set(model.indicators.flatMap(({ asks }) => asks))
  for (const name of needed) {
    const fact = model.facts[name]
    const slot = slots[name]
    expect([name, slot?.type === 'household' ? 'number' : slot?.type]).toEqual([name, fact?.type])
    if (fact && 'of' in fact) expect([name, slot?.of]).toEqual([name, fact.of])
  }
})
