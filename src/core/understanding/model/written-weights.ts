import type { Weights } from './weights.ts'

/** The file's text: one class a line, so that a change shows what it changed. */
export function writtenWeights({ danger, types, ...head }: Weights): string {
  const start = JSON.stringify(head).slice(1, -1)
  const rows = types.map((type) => `  ${JSON.stringify(type)}`).join(',\n')
  return `{${start},\n"danger":${JSON.stringify(danger)},\n"types":[\n${rows}\n]}\n`
}
