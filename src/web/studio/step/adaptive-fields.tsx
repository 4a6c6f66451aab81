import { Input } from 'antd'
import { INDICATORS } from '../../../core/indicators.ts'
import { isRecord } from '../yaml/render.ts'
import { Field, Labelled } from './fields.tsx'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

/** A block that asks the question that can change the grade most; its questions stand below it. */
export function AdaptiveFields() {
  const { value, write, mayEdit } = useStep()
  const block = isRecord(value.adaptive) ? value.adaptive : {}
  const always = Array.isArray(block.always) ? block.always.map(String) : []
  const set = (field: string, next: unknown) => {
    const whole = Object.entries({ ...block, [field]: next }).filter(
      ([, each]) => each !== undefined,
    )
    write('adaptive', Object.fromEntries(whole))
  }
  const tick = (code: string, on: boolean) => {
    const next = on ? [...always, code] : always.filter((each) => each !== code)
    set('always', next.length > 0 ? next : undefined)
  }
  return (
    <Field field="adaptive" hint={say('adaptive_hint')}>
      <div className="pair">
        <Labelled id="field-adaptive" label={say('adaptive.model')}>
          <Input
            id="field-adaptive"
            value={textIn(block, 'model')}
            disabled={!mayEdit}
            onChange={({ target }) => set('model', target.value)}
          />
        </Labelled>
        <Labelled id="adaptive-max" label={say('adaptive.max')}>
          <Input
            id="adaptive-max"
            inputMode="numeric"
            value={textIn(block, 'max')}
            disabled={!mayEdit}
            onChange={({ target }) => set('max', Number(target.value) || 1)}
          />
        </Labelled>
      </div>
      <fieldset className="ticks">
        <legend>{say('adaptive.always')}</legend>
        {INDICATORS.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={always.includes(code)}
              disabled={!mayEdit}
              onChange={({ target }) => tick(code, target.checked)}
            />{' '}
            {say(`indicator.${code}`)}
          </label>
        ))}
      </fieldset>
    </Field>
  )
}
