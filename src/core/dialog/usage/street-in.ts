import type { Talk } from '../converse.ts'
import { answerOf, type Memory } from '../machine/memory.ts'
import { memoryIn } from '../machine/turn-machine.ts'

/** Street of the talk: as it was told, or of the link it began with; '' = not known. */
export function streetIn({ snapshot }: Talk): string {
  const memory: Memory | undefined = memoryIn(snapshot)
  if (memory === undefined) return ''
  const told = answerOf(memory, 'address')
  const street = typeof told === 'object' && 'text' in told ? told.street : undefined
  return street ?? memory.preset?.street ?? ''
}
