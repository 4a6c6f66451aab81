import { Button, Input } from 'antd'
import { WORDING_KEYS } from '../../../core/dialog/flow/schema.ts'
import { useRoom } from '../documents/room.ts'
import { rewriteStep } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Field, Labelled } from './fields.tsx'
import { TextArea } from './text-area.tsx'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

/** Characters of a question that are still read to the end. */
const LONGEST = 60

/** Other wordings of the question that are tried beside it; one button ends the comparison. */
export function WordingList() {
  const { value, path, mayEdit } = useStep()
  const { text, change } = useRoom()
  const wordings = isRecord(value.wordings) ? value.wordings : {}
  const keys = WORDING_KEYS.filter((key) => key in wordings)
  const free = WORDING_KEYS.find((key) => !(key in wordings))
  const shareOf = (key: string) => {
    const wording = wordings[key]
    return isRecord(wording) ? Number(wording.share) || 0 : 0
  }
  const set = (key: string, field: 'ask' | 'share', next: unknown) =>
    change(
      rewriteStep(text, [...path, 'wordings', key, field], next),
      `${path.join('.')}.wordings.${key}.${field}`,
    )
  const add = (key: string) => {
    const share = Math.max(1, Math.floor(100 / (keys.length + 2)))
    change(rewriteStep(text, [...path, 'wordings', key], { ask: textIn(value, 'ask'), share }))
    setTimeout(() => document.getElementById(`wording-${key}`)?.focus(), 30)
  }
  const remove = (key: string) =>
    change(rewriteStep(text, [...path, 'wordings', ...(keys.length > 1 ? [key] : [])], undefined))
  const keep = (ask: string) => {
    const alone = rewriteStep(text, [...path, 'wordings'], undefined)
    change(rewriteStep(alone, [...path, 'ask'], ask))
    setTimeout(() => document.getElementById('field-ask')?.focus(), 30)
  }
  if (value.consent === true && keys.length === 0) return null
  if (keys.length === 0) {
    return free && mayEdit ? <Button onClick={() => add(free)}>{say('wording.add')}</Button> : null
  }
  const own = 100 - keys.reduce((sum, key) => sum + shareOf(key), 0)
  return (
    <Field field="wordings" hint={say('wording.hint')}>
      <fieldset id="field-wordings" className="options" tabIndex={-1}>
        <p className="soft">{say('wording.own', { share: own })}</p>
        {keys.map((key) => {
          const wording = isRecord(wordings[key]) ? wordings[key] : {}
          const ask = textIn(wording, 'ask')
          const length = [...ask].length
          return (
            <fieldset key={key} className="wording">
              <Labelled id={`wording-${key}`} label={say('wording.text', { key })}>
                <TextArea
                  id={`wording-${key}`}
                  value={ask}
                  disabled={!mayEdit}
                  onChange={({ target }) => set(key, 'ask', target.value)}
                />
              </Labelled>
              <span className={length > LONGEST ? 'counter bad' : 'counter soft'}>
                {say('counter', { length, limit: LONGEST })}
              </span>
              <div className="pair">
                <Labelled id={`wording-${key}-share`} label={say('wording.share', { key })}>
                  <Input
                    id={`wording-${key}-share`}
                    inputMode="numeric"
                    value={shareOf(key) || ''}
                    disabled={!mayEdit}
                    onChange={({ target }) => set(key, 'share', Number(target.value) || 1)}
                  />
                </Labelled>
                <Button disabled={!mayEdit} onClick={() => keep(ask)}>
                  {say('wording.keep', { key })}
                </Button>
                <Button disabled={!mayEdit} onClick={() => remove(key)}>
                  {say('wording.remove', { key })}
                </Button>
              </div>
            </fieldset>
          )
        })}
        <div className="pair">
          <Button disabled={!mayEdit} onClick={() => keep(textIn(value, 'ask'))}>
            {say('wording.keep_own')}
          </Button>
          {free && (
            <Button disabled={!mayEdit} onClick={() => add(free)}>
              {say('wording.add')}
            </Button>
          )}
        </div>
      </fieldset>
    </Field>
  )
}
