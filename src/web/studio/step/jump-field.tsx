import { useMemo } from 'react'
import { useRoom } from '../documents/room.ts'
import { titleOf } from '../outline/title-of.ts'
import { Choice, Field, LineField } from './fields.tsx'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

/** Steps that one can go to, with their numbers. */
export function useTargets(): readonly (readonly [string, string])[] {
  const { rows } = useRoom()
  return useMemo(
    () =>
      rows.flatMap((row) =>
        row.is === 'step' && row.question === undefined
          ? [[row.id, `${row.number} ${titleOf(row)}`] as const]
          : [],
      ),
    [rows],
  )
}

/** Where the talk goes on behind a message, or how it ends. */
export function JumpField() {
  const { value, write, mayEdit } = useStep()
  return (
    <>
      <Field field="goto">
        <Choice
          id="field-goto"
          value={textIn(value, 'goto')}
          of={useTargets()}
          none={say('next_step')}
          isOff={!mayEdit}
          choose={(id) => write('goto', id || undefined)}
        />
      </Field>
      <LineField field="end" hint={say('end_hint')} />
    </>
  )
}
