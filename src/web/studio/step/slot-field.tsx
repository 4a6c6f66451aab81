import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { PRIVACY, SLOT_TYPES } from '../../../core/dialog/flow/schema.ts'
import { useRoom } from '../documents/room.ts'
import { headOf } from '../outline/rows.ts'
import { rewriteHead, rewriteStep } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Choice, Field, Labelled } from './fields.tsx'
import { say } from './texts.ts'
import { orNothing, textIn, useStep } from './write.ts'

const SLOT_ORDER = ['type', 'of', 'per', 'privacy', 'label', 'hears']

/** Where the answer goes: one of the slots, or a new one; and what that slot is. */
export function SlotField() {
  const { value, path, mayEdit } = useStep()
  const { text, change, parts } = useRoom()
  const slots = parts ? headOf(parts).slots : undefined
  const all = isRecord(slots) ? slots : {}
  const into = textIn(value, 'into')
  const [typed, type] = useState(into)
  useEffect(() => type(into), [into])
  const def = isRecord(all[into]) ? all[into] : undefined
  const use = () => {
    if (typed !== into && typed !== '') change(rewriteStep(text, [...path, 'into'], typed))
  }
  const options = Object.keys(isRecord(value.options) ? value.options : {})
  const create = () =>
    change(
      rewriteHead(text, ['slots', into], {
        ...(options.length >= 2 ? { type: 'choice', of: options } : { type: 'text' }),
        privacy: 'record',
        label: into.slice(0, 12),
      }),
    )
  const set = (field: string, next: unknown) =>
    change(rewriteHead(text, ['slots', into, field], next), `slots.${into}.${field}`)
  return (
    <Field field="into" hint={def ? undefined : say('slot.unknown')}>
      <Input
        id="field-into"
        list="slots"
        value={typed}
        disabled={!mayEdit}
        onChange={({ target }) => type(target.value)}
        onBlur={use}
        onPressEnter={use}
      />
      <datalist id="slots">
        {Object.entries(all).map(([slot, each]) => (
          <option key={slot} value={slot}>
            {isRecord(each) ? textIn(each, 'label') : ''}
          </option>
        ))}
      </datalist>
      {!def && into !== '' && mayEdit && (
        <Button onClick={create}>{say('slot.create', { slot: into })}</Button>
      )}
      {def && (
        <div className="pair">
          <Labelled id="slot-label" label={say('slot.label')}>
            <Input
              id="slot-label"
              value={textIn(def, 'label')}
              disabled={!mayEdit}
              onChange={({ target }) => set('label', orNothing(target.value))}
            />
          </Labelled>
          <Labelled id="slot-type" label={say('slot.type')}>
            <Choice
              id="slot-type"
              value={textIn(def, 'type')}
              of={SLOT_TYPES.map((each) => [each, say(`type.${each}`)] as const)}
              isOff={!mayEdit}
              choose={(next) => change(retype(text, into, { def, next, options }))}
            />
          </Labelled>
          <Labelled id="slot-privacy" label={say('slot.privacy')}>
            <Choice
              id="slot-privacy"
              value={textIn(def, 'privacy')}
              of={PRIVACY.map((each) => [each, say(`privacy.${each}`)] as const)}
              isOff={!mayEdit}
              choose={(next) => set('privacy', next)}
            />
          </Labelled>
        </div>
      )}
    </Field>
  )
}

type Retype = {
  readonly def: Readonly<Record<string, unknown>>
  readonly next: string
  readonly options: readonly string[]
}

/** Another type of answer: a choice needs its answers, money its period, others neither. */
function retype(text: string, slot: string, { def, next, options }: Retype): string {
  const { of: now, per, ...rest } = def
  const isChoice = next === 'choice' || next === 'choices'
  const of = Array.isArray(now) && now.length >= 2 ? now : options
  const whole = {
    ...rest,
    type: next,
    ...(isChoice ? { of: of.length >= 2 ? of : ['o1', 'o2'] } : {}),
    ...(next === 'money' ? { per: per ?? 'month' } : {}),
  }
  return rewriteHead(text, ['slots', slot], ordered(whole))
}

const ordered = (def: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(def).sort(([a], [b]) => SLOT_ORDER.indexOf(a) - SLOT_ORDER.indexOf(b)),
  )
