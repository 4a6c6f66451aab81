import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { SLOT_TYPES } from '../../../core/dialog/flow/schema.ts'
import { useRoom } from '../documents/room.ts'
import { headOf } from '../outline/rows.ts'
import { rewriteHead } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Choice } from './fields.tsx'
import { say } from './texts.ts'
import { textIn } from './write.ts'

type Params = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What a part wants to be told, and which of its answers may be taken over. */
export function PartSettings() {
  const { parts, text, change, mayEdit } = useRoom()
  const head = parts ? headOf(parts) : {}
  const params = (isRecord(head.params) ? head.params : {}) as Params
  const outputs = Array.isArray(head.outputs) ? head.outputs.map(String) : []
  const slots = Object.entries(isRecord(head.slots) ? head.slots : {})
  const write = (next: Params, about?: string) =>
    change(
      rewriteHead(text, ['params'], Object.keys(next).length > 0 ? next : undefined),
      about ?? 'params',
    )
  const names = Object.keys(params)
  const put = (name: string, as: string, def: Params[string] | null) =>
    write(
      Object.fromEntries(
        Object.entries(params).flatMap(([each, was]) =>
          each !== name ? [[each, was]] : def === null ? [] : [[as, def]],
        ),
      ),
      `params.${name}`,
    )
  const add = () => {
    let number = names.length + 1
    while (names.includes(`told${number}`)) number += 1
    write({ ...params, [`told${number}`]: { type: 'text', label: say('part.label') } })
  }
  const give = (slot: string, on: boolean) => {
    const next = on ? [...outputs, slot] : outputs.filter((each) => each !== slot)
    change(rewriteHead(text, ['outputs'], next.length > 0 ? next : undefined))
  }
  return (
    <>
      <fieldset className="options">
        <legend>{say('part.params')}</legend>
        {names.map((name, index) => (
          <Param
            key={name}
            {...{ name, def: params[name] ?? {}, at: index + 1 }}
            put={(as, def) => put(name, as, def)}
          />
        ))}
        {mayEdit && <Button onClick={add}>{say('part.add')}</Button>}
        <p className="soft">{say('part.hint')}</p>
      </fieldset>
      <fieldset className="ticks">
        <legend>{say('part.outputs')}</legend>
        {slots.map(([slot, def]) => (
          <label key={slot}>
            <input
              type="checkbox"
              checked={outputs.includes(slot)}
              disabled={!mayEdit}
              onChange={({ target }) => give(slot, target.checked)}
            />{' '}
            {isRecord(def) ? textIn(def, 'label') : slot}
          </label>
        ))}
      </fieldset>
    </>
  )
}

type ParamProps = {
  readonly name: string
  readonly def: Params[string]
  readonly at: number
  readonly put: (as: string, def: Params[string] | null) => void
}

function Param({ name, def, at, put }: ParamProps) {
  const { mayEdit } = useRoom()
  const [typed, type] = useState(name)
  useEffect(() => type(name), [name])
  const rename = () => {
    if (/^[a-z][a-z0-9_]{0,39}$/.test(typed) && typed !== name) put(typed, def)
    else type(name)
  }
  const kind = textIn(def, 'type')
  const isChoice = kind === 'choice' || kind === 'choices'
  const retype = (next: string) => {
    const { of: _, per: __, ...rest } = def
    const more = next === 'money' ? { per: 'month' } : {}
    put(name, { ...rest, type: next, ...(next.startsWith('choice') ? { of: ['o1', 'o2'] } : more) })
  }
  return (
    <div className="pair">
      <Input
        aria-label={say('part.param', { at })}
        value={textIn(def, 'label')}
        disabled={!mayEdit}
        onChange={({ target }) => put(name, { ...def, label: target.value })}
      />
      <Input
        className="key"
        aria-label={say('part.name', { at })}
        value={typed}
        disabled={!mayEdit}
        onChange={({ target }) => type(target.value)}
        onBlur={rename}
        onPressEnter={rename}
      />
      <Choice
        id={`param-${at}-type`}
        label={say('part.type', { at })}
        value={kind}
        of={SLOT_TYPES.map((each) => [each, say(`type.${each}`)] as const)}
        isOff={!mayEdit}
        choose={retype}
      />
      {isChoice && (
        <Input
          aria-label={say('part.of', { at })}
          placeholder={say('part.of_hint')}
          defaultValue={Array.isArray(def.of) ? def.of.join(', ') : ''}
          disabled={!mayEdit}
          onBlur={({ target }) => {
            const of = target.value.split(/[,，、\s]+/).filter(Boolean)
            if (of.length >= 2) put(name, { ...def, of })
          }}
        />
      )}
      <Button disabled={!mayEdit} onClick={() => put(name, null)}>
        {say('remove')}
      </Button>
    </div>
  )
}
