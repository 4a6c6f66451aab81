import { Button, Checkbox, Input } from 'antd'
import { useRoom } from '../documents/room.ts'
import { headOf } from '../outline/rows.ts'
import { rewriteHead } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Labelled } from './fields.tsx'
import { TextArea } from './text-area.tsx'
import { say } from './texts.ts'
import { orNothing, textIn } from './write.ts'

/** What happens when nobody answers: after how long, what is said, whether the talk is put to rest. */
export function SilenceLadder() {
  const { parts, text, change, mayEdit } = useRoom()
  const defaults = parts ? headOf(parts).defaults : undefined
  const steps =
    isRecord(defaults) && Array.isArray(defaults.silence) ? defaults.silence.filter(isRecord) : []
  const set = (at: number, field: string, next: unknown) =>
    change(rewriteHead(text, ['defaults', 'silence', at, field], next), `silence.${at}.${field}`)
  const add = () =>
    change(rewriteHead(text, ['defaults', 'silence'], [...steps, { after: '7d', park: true }]))
  return (
    <fieldset className="options">
      <legend>{say('silence.title')}</legend>
      {Object.entries(steps).map(([place, step]) => {
        const at = Number(place)
        return (
          <div key={place} className="silence">
            <Labelled id={`silence-${at}`} label={say('silence.after')}>
              <Input
                id={`silence-${at}`}
                className="key"
                value={textIn(step, 'after')}
                disabled={!mayEdit}
                onChange={({ target }) => set(at, 'after', target.value)}
              />
            </Labelled>
            <TextArea
              aria-label={say('silence.say', { at: at + 1 })}
              placeholder={say('silence.nothing')}
              value={textIn(step, 'say')}
              disabled={!mayEdit}
              onChange={({ target }) => set(at, 'say', orNothing(target.value))}
            />
            <Checkbox
              checked={step.quiet_hours === true}
              disabled={!mayEdit}
              onChange={({ target }) => set(at, 'quiet_hours', target.checked || undefined)}
            >
              {say('silence.quiet_hours')}
            </Checkbox>
            <Checkbox
              checked={step.offer === 'resume'}
              disabled={!mayEdit}
              onChange={({ target }) => set(at, 'offer', target.checked ? 'resume' : undefined)}
            >
              {say('silence.offer')}
            </Checkbox>
            <Checkbox
              checked={step.park === true}
              disabled={!mayEdit}
              onChange={({ target }) => set(at, 'park', target.checked || undefined)}
            >
              {say('silence.park')}
            </Checkbox>
            <Button
              disabled={!mayEdit}
              onClick={() => change(rewriteHead(text, ['defaults', 'silence', at], undefined))}
            >
              {say('remove')}
            </Button>
          </div>
        )
      })}
      {mayEdit && steps.length < 4 && <Button onClick={add}>{say('silence.add')}</Button>}
    </fieldset>
  )
}
