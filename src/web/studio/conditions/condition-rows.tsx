import { Button, Input } from 'antd'
import type { FactType } from '../../../core/conditions/fact-types.ts'
import { Choice } from '../step/fields.tsx'
import type { Vocabulary } from './read-out.ts'
import { type ConditionRow, type ConditionRows, factsOf, type Op, opsOf } from './rows.ts'
import { say } from './texts.ts'

type Props = {
  readonly rows: ConditionRows
  readonly keep: (rows: ConditionRows) => void
  readonly vocabulary: Vocabulary
  readonly isOff: boolean
}

/** A condition as rows that are all true, or of which one is. */
export function ConditionRowsForm({ rows: { join, rows }, keep, vocabulary, isOff }: Props) {
  const facts = factsOf(vocabulary.types)
  const put = (at: number, row: ConditionRow | null) =>
    keep({
      join,
      rows: rows.flatMap((each, index) => (index === at ? (row ? [row] : []) : [each])),
    })
  const add = () => {
    const [fact, type] = facts[0] ?? ['', undefined]
    keep({ join, rows: [...rows, { fact, op: 'known', values: firstOf(type) }] })
  }
  return (
    <>
      {rows.length > 1 && (
        <Choice
          id="condition-join"
          label={say('join')}
          value={join}
          of={[
            ['and', say('all')],
            ['or', say('any')],
          ]}
          isOff={isOff}
          choose={(next) => keep({ join: next === 'or' ? 'or' : 'and', rows })}
        />
      )}
      {Object.entries(rows).map(([place, row]) => (
        <Row
          key={place}
          at={Number(place)}
          {...{ row, facts, vocabulary, isOff }}
          put={(next) => put(Number(place), next)}
        />
      ))}
      {!isOff && <Button onClick={add}>{say('add')}</Button>}
    </>
  )
}

const firstOf = (type: FactType | undefined): readonly string[] =>
  type?.type === 'choice' || type?.type === 'choices' ? type.of.slice(0, 1) : []

type RowProps = {
  readonly row: ConditionRow
  readonly at: number
  readonly facts: readonly (readonly [string, FactType])[]
  readonly vocabulary: Vocabulary
  readonly isOff: boolean
  readonly put: (row: ConditionRow | null) => void
}

function Row({ row, at, facts, vocabulary: { labels }, isOff, put }: RowProps) {
  const type = facts.find(([name]) => name === row.fact)?.[1]
  const given = type?.type === 'choice' || type?.type === 'choices' ? type.of : null
  const names = labels.values?.[row.fact] ?? {}
  const needsValue = row.op !== 'known' && row.op !== 'unknown'
  return (
    <div className="pair condition-row">
      <Choice
        id={`condition-${at}-fact`}
        label={say('fact_label')}
        value={row.fact}
        of={facts.map(([name]) => [name, `${labels.facts[name] ?? ''} ${name}`] as const)}
        isOff={isOff}
        choose={(fact) => put({ fact, op: 'known', values: [] })}
      />
      <Choice
        id={`condition-${at}-op`}
        label={say('op_label')}
        value={row.op}
        of={opsOf(type).map((op) => [op, say(`op.${op}`)] as const)}
        isOff={isOff}
        choose={(op) =>
          put({ ...row, op: op as Op, values: row.values.length > 0 ? row.values : firstOf(type) })
        }
      />
      {needsValue && given && row.op === 'in' && (
        <span className="ticks">
          {given.map((value) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={row.values.includes(value)}
                disabled={isOff}
                onChange={({ target }) => {
                  const values = given.filter((each) =>
                    each === value ? target.checked : row.values.includes(each),
                  )
                  if (values.length > 0) put({ ...row, values })
                }}
              />{' '}
              {names[value] ?? value}
            </label>
          ))}
        </span>
      )}
      {needsValue && given && row.op !== 'in' && (
        <Choice
          id={`condition-${at}-value`}
          label={say('value_label')}
          value={String(row.values[0] ?? '')}
          of={given.map((value) => [value, names[value] ?? value] as const)}
          isOff={isOff}
          choose={(value) => put({ ...row, values: [value] })}
        />
      )}
      {needsValue && !given && (
        <Input
          aria-label={say('value_label')}
          value={String(row.values[0] ?? '')}
          disabled={isOff}
          onChange={({ target }) => put({ ...row, values: [typed(target.value, type)] })}
        />
      )}
      {!isOff && <Button onClick={() => put(null)}>{say('remove')}</Button>}
    </div>
  )
}

function typed(text: string, type: FactType | undefined): string | number {
  const isNumber = type?.type === 'number' || type?.type === 'money'
  return isNumber && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text
}
