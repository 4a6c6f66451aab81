import { Button, Input } from 'antd'
import { useId } from 'react'
import { DEPARTMENTS } from '../../../core/casework/consultation.ts'
import { uuid } from '../../shared/uuid.ts'
import { ChoiceField, TextField } from '../plan/plain-fields.tsx'
import type { Material } from './consultation-api.ts'
import { optionsOf, say } from './texts.ts'

type Props = {
  readonly materials: readonly Material[]
  readonly change: (materials: readonly Material[]) => void
}

const AUDIENCES = [
  ...optionsOf('material', ['all', 'street'] as const),
  ...optionsOf('department', DEPARTMENTS),
]

/** Papers for the conference, each with those who may read it. */
export function MaterialFields({ materials, change }: Props) {
  const set = (id: string, changes: Partial<Material>) =>
    change(materials.map((each) => (each.id === id ? { ...each, ...changes } : each)))
  return (
    <section>
      <h2>{say('material.title')}</h2>
      {materials.map((material, index) => (
        <fieldset key={material.id} className="plan-measure">
          <legend>{say('material.n', { n: index + 1 })}</legend>
          <TextField
            {...{ label: say('material.name'), value: material.title }}
            change={(title) => set(material.id, { title })}
          />
          <ChoiceField
            {...{ label: say('material.audience'), value: material.audience, options: AUDIENCES }}
            change={(audience) => set(material.id, { audience })}
          />
          <LongField
            {...{ label: say('material.words'), value: material.words }}
            change={(words) => set(material.id, { words })}
          />
          <p className="plan-field">
            <Button onClick={() => change(materials.filter(({ id }) => id !== material.id))}>
              {say('material.remove', { n: index + 1 })}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button
          onClick={() =>
            change([...materials, { id: uuid(), title: '', words: '', audience: 'all' }])
          }
        >
          {say('material.add')}
        </Button>
      </p>
    </section>
  )
}

type LongProps = {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
}

/** Several lines of words. */
export function LongField({ label, value, change }: LongProps) {
  const id = useId()
  return (
    <p className="plan-field wide">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={5_000}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </p>
  )
}
