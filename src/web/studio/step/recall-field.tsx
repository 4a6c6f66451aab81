import { Input } from 'antd'
import { isRecord } from '../yaml/render.ts'
import { say } from './texts.ts'
import { useNamedSlots } from './use-slots.ts'
import { textIn, useStep } from './write.ts'

/** How old an answer may be when nothing else is said: a year and a month. */
const AGE = '400d'

/** Answers of the earlier request that are read back, each with how old it may be. */
export function RecallField() {
  const { value, write, mayEdit } = useStep()
  const slots = useNamedSlots()
  const now = isRecord(value.recall) ? value.recall : {}
  const set = (slot: string, age: string | undefined) => {
    const next = Object.entries({ ...now, [slot]: age }).filter(([, each]) => each !== undefined)
    write('recall', next.length > 0 ? Object.fromEntries(next) : undefined)
  }
  return (
    <fieldset className="ticks">
      <legend>{say('field.recall')}</legend>
      {slots.map(([slot, label]) => (
        <div key={slot} className="pair">
          <label>
            <input
              type="checkbox"
              checked={now[slot] !== undefined}
              disabled={!mayEdit}
              onChange={({ target }) => set(slot, target.checked ? AGE : undefined)}
            />{' '}
            {label}
          </label>
          {now[slot] !== undefined && (
            <Input
              className="key"
              aria-label={say('recall.age', { slot })}
              value={textIn(now, slot)}
              disabled={!mayEdit}
              onChange={({ target }) => set(slot, target.value)}
            />
          )}
        </div>
      ))}
      <span className="soft">{say('recall.hint')}</span>
    </fieldset>
  )
}
