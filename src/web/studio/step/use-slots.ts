import { useRoom } from '../documents/room.ts'
import { headOf } from '../outline/rows.ts'
import type { StepValue } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { textIn } from './write.ts'

/** The answers of the flow that is open, by name, as they are written. */
export function useSlots(): readonly (readonly [name: string, def: StepValue])[] {
  const { parts } = useRoom()
  const slots = parts ? headOf(parts).slots : undefined
  return Object.entries(isRecord(slots) ? slots : {}).map(([name, def]) => [
    name,
    isRecord(def) ? def : {},
  ])
}

/** Answers with their labels and names, to choose among. */
export const useNamedSlots = () =>
  useSlots().map(([slot, def]) => [slot, `${textIn(def, 'label')} ${slot}`.trim()] as const)
