import { Checkbox, Input } from 'antd'
import { memo, type ReactNode } from 'react'
import { sentenceOf } from '../checks/sentence.ts'
import { TextArea } from './text-area.tsx'
import { say } from './texts.ts'
import { orNothing, textIn, useStep } from './write.ts'

type FieldProps = {
  readonly field: string
  readonly label?: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** A labelled setting, with what the checks say of it. */
export function Field({ field, label = say(`field.${field}`), hint, children }: FieldProps) {
  const { findings } = useStep()
  const mine = findings.filter((each) => each.field?.split('.')[0] === field)
  return (
    <div className="field">
      <label htmlFor={`field-${field}`}>{label}</label>
      {children}
      {hint !== undefined && <span className="soft">{hint}</span>}
      {mine.map((each) => (
        <span key={`${each.key} ${each.line}`} className={each.level === 'error' ? 'bad' : 'warn'}>
          {sentenceOf(each)}
        </span>
      ))}
    </div>
  )
}

type LabelledProps = {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}

/** A small control with its name above it. */
export function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

type TextProps = {
  readonly field: string
  /** Characters that are still read to the end. */
  readonly limit?: number
  readonly hint?: string
}

/** Words that residents read, with how long they are. */
export function TextField({ field, limit, hint }: TextProps) {
  const { value, write, mayEdit } = useStep()
  const text = textIn(value, field)
  const length = [...text].length
  return (
    <Field field={field} {...(hint === undefined ? {} : { hint })}>
      <TextArea
        id={`field-${field}`}
        value={text}
        disabled={!mayEdit}
        onChange={({ target }) => write(field, orNothing(target.value))}
      />
      {limit !== undefined && (
        <span className={length > limit ? 'counter bad' : 'counter soft'}>
          {say('counter', { length, limit })}
        </span>
      )}
    </Field>
  )
}

/** A name or a number on one line. */
export function LineField({ field, hint }: { readonly field: string; readonly hint?: string }) {
  const { value, write, mayEdit } = useStep()
  return (
    <Field field={field} {...(hint === undefined ? {} : { hint })}>
      <Input
        id={`field-${field}`}
        value={textIn(value, field)}
        disabled={!mayEdit}
        onChange={({ target }) => write(field, orNothing(target.value))}
      />
    </Field>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly value: string
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly choose: (value: string) => void
  readonly none?: string
  readonly label?: string
  readonly isOff?: boolean
}

/** One of a few; a plain list of the browser, which every keyboard and screen reader knows. */
export function Choice({ id, value, of, choose, none, label, isOff }: ChoiceProps) {
  const known = value === '' || of.some(([each]) => each === value)
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      disabled={isOff}
      onChange={({ target }) => choose(target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {!known && <option value={value}>{say('unknown', { value })}</option>}
      <Options of={of} />
    </select>
  )
}

/** A thousand steps to go to are not drawn again with each key. */
const Options = memo(function Options({ of }: Pick<ChoiceProps, 'of'>) {
  return of.map(([each, name]) => (
    <option key={each} value={each}>
      {name}
    </option>
  ))
})

/** Yes or not there. */
export function Tick({ field, off }: { readonly field: string; readonly off?: unknown }) {
  const { value, write, mayEdit } = useStep()
  const isOn = off === undefined ? value[field] === true : value[field] !== off
  return (
    <Checkbox
      id={`field-${field}`}
      checked={isOn}
      disabled={!mayEdit}
      onChange={({ target }) =>
        write(
          field,
          off === undefined ? target.checked || undefined : target.checked ? undefined : off,
        )
      }
    >
      {say(`field.${field}`)}
    </Checkbox>
  )
}
