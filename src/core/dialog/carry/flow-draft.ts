import type { SlotDef } from '../flow/schema.ts'
import { LIMITS } from '../limits.ts'
import type { NotCarried } from './sheets.ts'

/** A flow that was carried in from elsewhere: to be read over before anybody publishes it. */
export type FlowDraft = {
  /** Name of its file: flows/<file>.yaml. */
  readonly file: string
  /** As it is written into the file; what is missing of a good flow the checks tell. */
  readonly flow: object
  readonly left: readonly NotCarried[]
}

type Given = {
  readonly id: string
  readonly title: string
  readonly slots: Readonly<Record<string, SlotDef>>
  readonly sections?: Readonly<Record<string, string>>
  readonly steps: readonly object[]
  readonly left: readonly NotCarried[]
}

export function draftFlow({ id, title, slots, sections = {}, steps, left }: Given): FlowDraft {
  return {
    file: id.replaceAll('_', '-'),
    flow: {
      format: 'hearth-flow/1',
      id,
      title: title.slice(0, 30) || id,
      owner: id,
      kind: 'case',
      source_language: 'zh-CN',
      languages: ['zh-CN'],
      slots,
      defaults: { retries: 2, silence: [{ after: '7d', park: true }] },
      ...(Object.keys(sections).length > 0 ? { sections } : {}),
      steps: [...steps, { id: 'carried_end', end: 'carried' }],
    },
    left,
  }
}

/** Small letters, digits and underscores, as ids are; never empty. */
export function idOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, MOST)
  return plain || 'carried'
}

/** The wanted id, or the first with a number behind it that is free. */
export function freshId(wanted: string, taken: { readonly has: (id: string) => boolean }): string {
  const plain = wanted.slice(0, MOST)
  if (!taken.has(plain)) return plain
  for (let at = 2; ; at += 1) {
    const id = `${plain.slice(0, MOST - 4)}_${at}`
    if (!taken.has(id)) return id
  }
}

const MOST = 40

/** Where a sentence ends, or at least a word, so that no bubble is longer than what is read on a phone. */
export function inBubbles(text: string): string[] {
  const bubbles: string[] = []
  let rest = text.trim()
  while (rest.length > LIMITS.textLength) {
    const head = rest.slice(0, LIMITS.textLength)
    const end = Math.max(...['\n', '。', '. ', '！', '? '].map((stop) => head.lastIndexOf(stop)))
    const cut = end > 0 ? end + 1 : Math.max(head.lastIndexOf(' '), 0) || head.length
    bubbles.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return rest === '' ? bubbles : [...bubbles, rest]
}
