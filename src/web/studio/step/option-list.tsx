import { Button, Checkbox, Input } from 'antd'
import { useEffect, useState } from 'react'
import { CRISIS_TYPES } from '../../../core/understanding/understood.ts'
import { useRoom } from '../documents/room.ts'
import { changeBody, rewriteStep } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { moveEntry } from '../yaml/rewrite.ts'
import { Choice } from './fields.tsx'
import { HeardBy } from './heard-by.tsx'
import { useTargets } from './jump-field.tsx'
import { answersOf, renameOption } from './rename.ts'
import { say } from './texts.ts'
import { Words, wordsIn } from './words.tsx'
import { orNothing, textIn, useStep } from './write.ts'

/** The answers of a choice, with other words for each. */
export function OptionList() {
  const { value, path, mayEdit } = useStep()
  const { text, change } = useRoom()
  const options = isRecord(value.options) ? value.options : {}
  const keys = Object.keys(options)
  const into = textIn(value, 'into')
  const add = () => {
    let number = keys.length + 1
    while (keys.includes(`o${number}`)) number += 1
    const key = `o${number}`
    const next = rewriteStep(text, [...path, 'options', key], { label: say('new.option') })
    change(answersOf(next, into, (of) => (of.includes(key) ? of : [...of, key])))
    setTimeout(() => document.querySelector<HTMLInputElement>(`#option-${key}-label`)?.select(), 30)
  }
  const move = (from: number, to: number) => {
    const [index, ...inner] = path
    change(changeBody(text, index, (body) => moveEntry(body, [0, ...inner, 'options'], from, to)))
  }
  return (
    <fieldset className="options">
      <legend>{say('field.options')}</legend>
      {keys.map((key, at) => (
        <OptionRow
          key={key}
          name={key}
          at={at}
          move={(by) => {
            if (keys[at + by] !== undefined) move(at, at + by)
          }}
        />
      ))}
      {mayEdit && <Button onClick={add}>{say('add_option')}</Button>}
    </fieldset>
  )
}

type RowProps = {
  readonly name: string
  readonly at: number
  readonly move: (by: 1 | -1) => void
}

function OptionRow({ name, at, move }: RowProps) {
  const { value, path, mayEdit } = useStep()
  const { text, change } = useRoom()
  const all = isRecord(value.options) ? value.options : {}
  const option = isRecord(all[name]) ? all[name] : {}
  const into = textIn(value, 'into')
  const [key, typeKey] = useState(name)
  useEffect(() => typeKey(name), [name])
  const id = `option-${name}`
  const write = (field: string, next: unknown) =>
    change(
      rewriteStep(text, [...path, 'options', name, field], next),
      `${path.join('.')}.options.${name}.${field}`,
    )
  const remove = () => {
    const next = rewriteStep(text, [...path, 'options', name], undefined)
    change(answersOf(next, into, (of) => (of.length > 2 ? of.filter((each) => each !== name) : of)))
  }
  const rename = () => {
    if (key !== name && key !== '' && all[key] === undefined)
      change(renameOption(text, { path, into, key: name }, key))
  }
  return (
    <fieldset
      className="option"
      aria-label={say('option.group', { at: at + 1 })}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        if (mayEdit) move(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <span className="number">{at + 1}</span>
      <Input
        id={`${id}-label`}
        aria-label={say('option.label', { at: at + 1 })}
        value={textIn(option, 'label')}
        disabled={!mayEdit}
        onChange={({ target }) => write('label', target.value)}
      />
      <Words
        label={say('option.words', { at: at + 1 })}
        words={wordsIn(option.words)}
        isOff={!mayEdit}
        keep={(words) => write('words', words)}
      />
      <Input
        className="key"
        aria-label={say('option.key', { at: at + 1 })}
        value={key}
        disabled={!mayEdit}
        onChange={({ target }) => typeKey(target.value)}
        onBlur={rename}
      />
      <details>
        <summary>{say('option.more', { at: at + 1 })}</summary>
        <div className="pair">
          <Choice
            id={`${id}-goto`}
            label={say('field.goto')}
            value={textIn(option, 'goto')}
            of={useTargets()}
            none={say('next_step')}
            isOff={!mayEdit}
            choose={(step) => write('goto', orNothing(step))}
          />
          <Choice
            id={`${id}-urgency`}
            label={say('option.urgency')}
            value={textIn(option, 'urgency')}
            of={[
              ['same_day', say('urgency.same_day')],
              ['now', say('urgency.now')],
            ]}
            none={say('urgency.none')}
            isOff={!mayEdit}
            choose={(urgency) => write('urgency', orNothing(urgency))}
          />
          <Choice
            id={`${id}-danger`}
            label={say('option.danger')}
            value={textIn(option, 'danger')}
            of={CRISIS_TYPES.map((type) => [type, say(`danger.${type}`)] as const)}
            none={say('danger.none')}
            isOff={!mayEdit}
            choose={(danger) => write('danger', orNothing(danger))}
          />
          <Checkbox
            checked={option.exclusive === true}
            disabled={!mayEdit}
            onChange={({ target }) => write('exclusive', target.checked || undefined)}
          >
            {say('option.exclusive')}
          </Checkbox>
          <Button disabled={!mayEdit} onClick={remove}>
            {say('option.remove', { at: at + 1 })}
          </Button>
        </div>
        <HeardBy id={id} value={option.heard_by} write={(next) => write('heard_by', next)} />
      </details>
    </fieldset>
  )
}
