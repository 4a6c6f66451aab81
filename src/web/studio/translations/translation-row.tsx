import { Button, Input } from 'antd'
import type { Row } from './rows.ts'
import { say } from './texts.ts'

type TranslationRowProps = {
  readonly row: Row
  readonly language: string
  readonly mayEdit: boolean
  readonly write: (text: string) => void
  readonly select: (step: string) => void
  readonly next: () => void
}

export function TranslationRow(props: TranslationRowProps) {
  const { row, language, mayEdit, write, select, next } = props
  const { key, step, text, said, state, isOdd } = row
  return (
    <tr className={state}>
      <th scope="row">
        {step === null ? (
          key
        ) : (
          <button type="button" onClick={() => select(step)}>
            {key}
          </button>
        )}
      </th>
      <td>{text}</td>
      <td lang={language}>
        <Input.TextArea
          aria-label={say('mine', { key })}
          aria-invalid={state === 'inserts_differ'}
          rows={rowsFor(said)}
          readOnly={!mayEdit}
          value={said}
          data-open={state !== 'done'}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => {
            const isNext = event.altKey && event.key === 'ArrowDown'
            if (!isNext || event.nativeEvent.isComposing) return
            event.preventDefault()
            next()
          }}
        />
      </td>
      <td>
        {say(`state.${state}`)}
        {isOdd && <p className="odd">{say('odd')}</p>}
        {state === 'stale' && mayEdit && (
          <Button size="small" onClick={() => write(said)}>
            {say('confirm')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** So that most texts are seen whole: about forty signs a line beside the outline. */
const rowsFor = (text: string): number =>
  Math.min(
    8,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 40)), 0),
  )
