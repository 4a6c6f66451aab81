import type { Target } from '../fuzz.ts'

/** A decoder with two faults of its own: who does not find them finds none elsewhere. */
export const planted: Target = {
  name: 'planted',
  seeds: ['{"kind":"text","size":1}', 'hearth'],
  tokens: ['w', 'a', 'r', 'm'],
  read: (bytes) => {
    const text = Buffer.from(bytes).toString()
    // Letter by letter: blind chance hardly gets through, who follows the coverage does.
    if (text[0] === 'w') {
      if (text[1] === 'a') {
        if (text[2] === 'r') {
          if (text[3] === 'm') throw new Error('planted: letters')
        }
      }
    }
    const { size } = jsonOf(text)
    if (size === null) throw new Error('planted: null')
  },
}

function jsonOf(text: string): { readonly size?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
