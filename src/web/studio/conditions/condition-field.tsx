import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { parseCondition } from '../../../core/conditions/parse.ts'
import { useRoom } from '../documents/room.ts'
import { ConditionRowsForm } from './condition-rows.tsx'
import { readOut } from './read-out.ts'
import { conditionOfRows, rowsOfCondition } from './rows.ts'
import { say } from './texts.ts'

const ConditionText = lazy(() => import('./condition-text.tsx'))

type Props = {
  readonly value: string
  readonly write: (next: string | undefined) => void
  readonly mayEdit: boolean
}

/** When something holds: by rows, or as text with names offered; and how it reads. */
export function ConditionField({ value, write, mayEdit }: Props) {
  const { vocabulary } = useRoom()
  const rows = useMemo(() => rowsOfCondition(value), [value])
  const [asText, showText] = useState(false)
  const parsed = value === '' ? null : parseCondition(value, vocabulary.types)
  const reading = value === '' ? null : readOut(value, vocabulary)
  const isText = asText || rows === null
  const keep = (next: string) => write(next.trim() === '' ? undefined : next)
  return (
    <div className="condition">
      {reading !== null && <p className="when">{say('only', { reading })}</p>}
      {isText ? (
        <Suspense>
          <ConditionText value={value} keep={keep} vocabulary={vocabulary} isOff={!mayEdit} />
        </Suspense>
      ) : (
        <ConditionRowsForm
          rows={rows}
          keep={(next) => keep(conditionOfRows(next))}
          vocabulary={vocabulary}
          isOff={!mayEdit}
        />
      )}
      {parsed?.ok === false &&
        parsed.problems.map(({ code, name, expected, from }) => (
          <span key={`${code} ${from}`} className="bad">
            {say(`problem.${code}`, { name: name ?? '' })}
            {expected && say('expected', { names: expected.slice(0, 12).join(say('comma')) })}
          </span>
        ))}
      {rows === null ? (
        <span className="soft">{say('too_rich')}</span>
      ) : (
        <Button type="link" onClick={() => showText(!asText)}>
          {say(isText ? 'rows' : 'text')}
        </Button>
      )}
    </div>
  )
}
