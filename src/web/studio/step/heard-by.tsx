import { Input } from 'antd'
import { isRecord } from '../yaml/render.ts'
import { Labelled } from './fields.tsx'
import { INDICATOR_NAMES } from './indicators.ts'
import { say } from './texts.ts'
import { Words, wordsIn } from './words.tsx'
import { useStep } from './write.ts'

type Props = {
  readonly id: string
  readonly value: unknown
  readonly write: (next: unknown) => void
}

/** What in a story means this answer: needs, an age, words for somebody else. It is then confirmed, not asked. */
export function HeardBy({ id, value, write }: Props) {
  const { mayEdit } = useStep()
  const now = isRecord(value) ? value : {}
  const needs = wordsIn(now.needs)
  const set = (key: string, next: unknown) => {
    const left = Object.entries({ ...now, [key]: next }).filter(([, each]) => each !== undefined)
    write(left.length > 0 ? Object.fromEntries(left) : undefined)
  }
  const tick = (code: string, on: boolean) => {
    const next = on ? [...needs, code] : needs.filter((each) => each !== code)
    set('needs', next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className="ticks">
      <legend>{say('heard_by.title')}</legend>
      {INDICATOR_NAMES.map(([code, name]) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={needs.includes(code)}
            disabled={!mayEdit}
            onChange={({ target }) => tick(code, target.checked)}
          />{' '}
          {name}
        </label>
      ))}
      <div className="pair">
        <Labelled id={`${id}-ages`} label={say('heard_by.ages')}>
          <Ages
            id={`${id}-ages`}
            ages={now.ages}
            isOff={!mayEdit}
            keep={(next) => set('ages', next)}
          />
        </Labelled>
        <Labelled id={`${id}-other`} label={say('heard_by.other')}>
          <Words
            id={`${id}-other`}
            label={say('heard_by.other')}
            words={wordsIn(now.other)}
            isOff={!mayEdit}
            keep={(next) => set('other', next)}
          />
        </Labelled>
      </div>
    </fieldset>
  )
}

type AgesProps = {
  readonly id: string
  readonly ages: unknown
  readonly isOff: boolean
  readonly keep: (ages: readonly [number, number] | undefined) => void
}

/** Two ages in years, as 60-120; what is no span is not kept. */
function Ages({ id, ages, isOff, keep }: AgesProps) {
  const written = wordsIn(ages).join('-')
  const read = (typed: string) => {
    const [, from, to] = /^\s*(\d{1,3})\D+(\d{1,3})\s*$/.exec(typed) ?? []
    if (typed.trim() === '') keep(undefined)
    else if (from !== undefined && to !== undefined) keep([Number(from), Number(to)])
  }
  return (
    <Input
      id={id}
      key={written}
      className="key"
      placeholder="60-120"
      defaultValue={written}
      disabled={isOff}
      onBlur={({ target }) => read(target.value)}
      onPressEnter={({ currentTarget }) => read(currentTarget.value)}
    />
  )
}
