import type { SlotDef } from '../flow/schema.ts'
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
    .slice(0, 40)
  return plain || 'carried'
}

/** `${phone}` → `{phone}` */
export const textOf = (text: string): string =>
  text
    .replace(/\$\{([\w.-]+)\}/g, (_, name: string) => `{${name.split('.').map(idOf).join('.')}}`)
    .trim()
