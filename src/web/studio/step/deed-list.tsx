import { Button } from 'antd'
import { isRecord } from '../yaml/render.ts'
import { Choice } from './fields.tsx'
import { say } from './texts.ts'
import { useSlots } from './use-slots.ts'
import { useStep } from './write.ts'

/** What the house does by itself, and what each deed needs: one of a few words, a slot, or nothing. */
const DEEDS = {
  open_case: ['unfinished', 'waiting'],
  call_duty: ['same_day', 'now'],
  call_person: ['asked'],
  leave_note: 'slot',
  answer_safety: 'slot',
  answer_check_in: 'slot',
  answer_satisfaction: 'slot',
  answer_plan: 'slot',
  complain: true,
  withdraw: true,
} as const

type Deed = keyof typeof DEEDS

/** The deeds of a step, in their order. */
export function DeedList() {
  const { value, write, mayEdit } = useStep()
  const names = useSlots().map(([name]) => name)
  const deeds = Array.isArray(value.do) ? value.do.filter(isRecord) : []
  const put = (at: number, deed: object | null) => {
    const next = deeds.flatMap((each, index) => (index === at ? (deed ? [deed] : []) : [each]))
    write('do', at === deeds.length && deed ? [...next, deed] : next)
  }
  return (
    <fieldset className="options">
      <legend>{say('field.do')}</legend>
      {Object.entries(deeds).map(([place, deed]) => {
        const at = Number(place)
        const [[name, given] = ['', '']] = Object.entries(deed)
        const needs = DEEDS[name as Deed]
        const of = needs === 'slot' ? names : typeof needs === 'object' ? needs : []
        return (
          <div key={place} className="pair">
            <Choice
              id={`deed-${at}`}
              label={say('deed.what', { at: at + 1 })}
              value={name}
              of={Object.keys(DEEDS).map((each) => [each, say(`deed.${each}`)] as const)}
              isOff={!mayEdit}
              choose={(next) => put(at, begin(next as Deed, names))}
            />
            {of.length > 0 && (
              <Choice
                id={`deed-${at}-of`}
                label={say('deed.how', { at: at + 1 })}
                value={String(given)}
                of={of.map((each) => [each, needs === 'slot' ? each : say(`how.${each}`)] as const)}
                isOff={!mayEdit}
                choose={(next) => put(at, { [name]: next })}
              />
            )}
            {deeds.length > 1 && (
              <Button disabled={!mayEdit} onClick={() => put(at, null)}>
                {say('remove')}
              </Button>
            )}
          </div>
        )
      })}
      {mayEdit && (
        <Button onClick={() => put(deeds.length, { open_case: 'waiting' })}>
          {say('deed.add')}
        </Button>
      )}
    </fieldset>
  )
}

function begin(deed: Deed, slots: readonly string[]): object {
  const needs = DEEDS[deed]
  if (needs === 'slot') return { [deed]: slots[0] ?? 'answer' }
  return { [deed]: needs === true ? true : needs[0] }
}
