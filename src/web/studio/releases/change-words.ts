import { parse } from 'yaml'
import type { FlowChange } from '../../../core/dialog/compare/compare-flows.ts'
import { compareFlows } from '../../../core/dialog/compare/compare-flows.ts'
import { compareValues, type ValueChange } from '../../../core/dialog/compare/compare-values.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { readOut, type Vocabulary, vocabularyOf } from '../conditions/read-out.ts'
import type { Changed } from './api.ts'
import { has, say } from './texts.ts'

/** One change in words: where, and what. */
export type ChangeWords = { readonly where: string; readonly what: string }

/** What differs between the two texts, in words; null where one of them has no structure. */
export function changeWords({ path, before, after }: Changed): readonly ChangeWords[] | null {
  if (path.endsWith('.csv')) return null
  const [old, now] = [parsed(path, before), parsed(path, after)]
  if (old === undefined || now === undefined) return null
  if (/^flows\/[\w-]+\.yaml$/.test(path)) {
    const voices = { old: voiceOf(old), now: voiceOf(now) }
    return compareFlows(old, now).map((change) => flowWords(change, voices))
  }
  return compareValues(old, now).map(valueWords)
}

/** Undefined: not readable. An empty text is a document that is not there. */
function parsed(path: string, text: string): unknown {
  if (text === '') return {}
  try {
    return path.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch {
    return undefined
  }
}

type Voices = { readonly old: Vocabulary | null; readonly now: Vocabulary | null }

/** Drafts may be broken: then conditions are shown as they are written. */
function voiceOf(flow: unknown): Vocabulary | null {
  try {
    return vocabularyOf([flow as Flow])
  } catch {
    return null
  }
}

function flowWords(change: FlowChange, voices: Voices): ChangeWords {
  const { code, step, at = [], field, about = '', option = '', from, to } = change
  const where = step === undefined ? '' : say('step', { at: at.join('.'), step })
  if (code === 'condition_changed') {
    const turn = { from: condition(from, voices.old), to: condition(to, voices.now) }
    return { where, what: say('change.condition_changed', turn) }
  }
  const values = {
    ...{ field: fieldName(field), about, option, label: about },
    ...{ from: from ?? say('nothing'), to: to ?? say('nothing') },
  }
  return { where, what: say(`change.${textCode(code, from, to)}`, values) }
}

function textCode(code: FlowChange['code'], from?: string | null, to?: string | null): string {
  if (code !== 'text_changed') return code
  if (from === null) return 'text_added'
  return to === null ? 'text_removed' : code
}

function condition(text: string | null | undefined, voice: Vocabulary | null): string {
  if (text === null || text === undefined) return say('always')
  return (voice && readOut(text, voice)) ?? text
}

const fieldName = (field = '') => (has(`field.${field}`) ? say(`field.${field}`) : field)

function valueWords({ path, from, to, moved }: ValueChange): ChangeWords {
  const code = moved ? 'moved' : from === null ? 'added' : to === null ? 'removed' : 'changed'
  const where = { path: path.join(' › '), from: from ?? '', to: to ?? '' }
  return { where: '', what: say(`value.${code}`, where) }
}
