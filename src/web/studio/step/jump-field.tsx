import { useMemo } from 'react'
import { BACK } from '../../../core/dialog/flow/run-part.ts'
import { useRoom } from '../documents/room.ts'
import { headOf } from '../outline/rows.ts'
import { titleOf } from '../outline/title-of.ts'
import { Choice, Field, LineField } from './fields.tsx'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

/** Steps that one can go to, with their numbers. */
export function useTargets(): readonly (readonly [string, string])[] {
  const { rows, vocabulary, parts } = useRoom()
  const isPart = parts !== null && headOf(parts).kind === 'part'
  return useMemo(() => {
    const steps = rows.flatMap((row) =>
      row.is === 'step' && row.question === undefined
        ? [[row.id, `${row.number} ${titleOf(row, vocabulary)}`] as const]
        : [],
    )
    return isPart ? [...steps, [BACK, say('run.back')] as const] : steps
  }, [rows, vocabulary, isPart])
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
