import { useRoom } from '../documents/room.ts'
import { isRecord } from '../yaml/render.ts'
import { CheckFields } from './check-fields.tsx'
import { Choice, Field, TextField, Tick } from './fields.tsx'
import { INDICATOR_NAMES } from './indicators.ts'
import { useTargets } from './jump-field.tsx'
import { OptionList } from './option-list.tsx'
import { RecallField } from './recall-field.tsx'
import { SlotField } from './slot-field.tsx'
import { say } from './texts.ts'
import { useNamedSlots, useSlots } from './use-slots.ts'
import { WordingList } from './wording-list.tsx'
import { textIn, useStep } from './write.ts'

/** A question: its words, where the answer goes, and what happens when it is not understood. */
export function AskFields() {
  const { value, write, mayEdit } = useStep()
  const { place } = useRoom()
  const type = useSlotType()
  const isChoice = type === 'choice' || type === 'choices' || type === 'safety'
  const inBlock = place?.question !== undefined
  return (
    <>
      <TextField field="ask" limit={60} hint={say('inserts')} />
      <WordingList />
      <TextField field="hint" />
      <TextField field="why" limit={60} />
      <TextField field="miss" />
      {inBlock && (
        <Field field="indicator">
          <Choice
            id="field-indicator"
            value={textIn(value, 'indicator')}
            of={INDICATOR_NAMES}
            isOff={!mayEdit}
            choose={(code) => write('indicator', code)}
          />
        </Field>
      )}
      <SlotField />
      {isChoice && <OptionList />}
      <details>
        <summary>{say('more')}</summary>
        <CheckFields type={type} />
        <TextField field="confirm" hint={say('confirm_hint')} />
        <TextField field="noted" hint={say('noted_hint')} />
        <TextField field="heard" hint={say('heard_hint')} />
        {type === 'story' && <TextField field="reflect" hint={say('reflect_hint')} />}
        <Tick field="skippable" off={false} />
        {!inBlock && (
          <>
            <Tick field="checkpoint" />
            <Tick field="consent" />
            <AlsoField />
            <SummaryField />
            <RecallField />
          </>
        )}
        {isChoice && <OtherwiseField />}
      </details>
    </>
  )
}

function useSlotType(): string {
  const { value } = useStep()
  const into = textIn(value, 'into')
  const [, def = {}] = useSlots().find(([slot]) => slot === into) ?? []
  return textIn(def, 'type')
}

/** Another answer that is told in the same breath. */
function AlsoField() {
  const { value, write, mayEdit } = useStep()
  return (
    <Field field="also">
      <Choice
        id="field-also"
        value={textIn(value, 'also')}
        of={useNamedSlots()}
        none={say('none')}
        isOff={!mayEdit}
        choose={(slot) => write('also', slot || undefined)}
      />
    </Field>
  )
}

/** Slots that are read back in numbered lines. */
function SummaryField() {
  const { value, write, mayEdit } = useStep()
  const slots = useNamedSlots()
  const chosen = Array.isArray(value.summarise) ? value.summarise.map(String) : []
  const set = (slot: string, on: boolean) => {
    const next = on ? [...chosen, slot] : chosen.filter((each) => each !== slot)
    write('summarise', next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className="ticks">
      <legend>{say('field.summarise')}</legend>
      {slots.map(([slot, label]) => (
        <label key={slot}>
          <input
            type="checkbox"
            checked={chosen.includes(slot)}
            disabled={!mayEdit}
            onChange={({ target }) => set(slot, target.checked)}
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** Free words at a choice go into another answer. */
function OtherwiseField() {
  const { value, write, mayEdit } = useStep()
  const slots = useNamedSlots()
  const targets = useTargets()
  const now = isRecord(value.otherwise) ? value.otherwise : {}
  const set = (key: 'into' | 'goto', next: string) => {
    const whole = { into: textIn(now, 'into'), goto: textIn(now, 'goto'), [key]: next }
    write('otherwise', whole.into === '' && whole.goto === '' ? undefined : whole)
  }
  return (
    <Field field="otherwise">
      <div className="pair">
        <Choice
          id="field-otherwise"
          value={textIn(now, 'into')}
          of={slots}
          none={say('none')}
          isOff={!mayEdit}
          choose={(slot) => set('into', slot)}
        />
        <Choice
          id="field-otherwise-goto"
          label={say('field.goto')}
          value={textIn(now, 'goto')}
          of={targets}
          none={say('none')}
          isOff={!mayEdit}
          choose={(step) => set('goto', step)}
        />
      </div>
    </Field>
  )
}
