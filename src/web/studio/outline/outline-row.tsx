import { memo } from 'react'
import { readOut, type Vocabulary } from '../conditions/read-out.ts'
import { say as sayCondition } from '../conditions/texts.ts'
import type { StepMark } from '../panels.tsx'
import { say } from '../step/texts.ts'
import type { Row } from './rows.ts'
import { titleOf } from './title-of.ts'

type Props = {
  readonly row: Row
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly vocabulary: Vocabulary
  /** Its place in the outline. */
  readonly at: number
  /** What the checks and the numbers say of a step. */
  readonly errors?: number
  readonly warnings?: number
  readonly mark: StepMark | undefined
}

export const rowName = (row: Extract<Row, { is: 'step' }>) => `${row.number} ${row.id}`

/** A section, or a step with its number, its words and when it is asked; drawn anew only when it is another. */
export const OutlineRow = memo(function OutlineRow(props: Props) {
  const { row, isOpen, isSelected, vocabulary, at } = props
  if (row.is === 'section') {
    return (
      <div
        role="treeitem"
        aria-level={1}
        aria-expanded={isOpen}
        aria-selected={false}
        tabIndex={-1}
        className="row section"
        data-at={at}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {row.title}{' '}
        <span className="soft">{row.size}</span>
      </div>
    )
  }
  return (
    <div
      role="treeitem"
      aria-level={row.question === undefined ? 2 : 3}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      className={`row step ${row.question === undefined ? '' : 'inner'}`}
      data-at={at}
    >
      <span className="number">{row.number}</span>
      <span className="what">
        <span className="kind">{say(`kind.${row.kind}`)}</span>{' '}
        <span className="title">{titleOf(row, vocabulary)}</span>
        <Notes {...props} />
        {row.when !== undefined && <When condition={row.when} vocabulary={vocabulary} />}
      </span>
    </div>
  )
})

type WhenProps = { readonly condition: string; readonly vocabulary: Vocabulary }

const When = memo(function When({ condition, vocabulary }: WhenProps) {
  const reading = readOut(condition, vocabulary)
  return (
    <span className="when">
      {reading === null ? sayCondition('unreadable') : sayCondition('only', { reading })}
    </span>
  )
})

function Notes({ errors = 0, warnings = 0, mark }: Pick<Props, 'errors' | 'warnings' | 'mark'>) {
  return (
    <>
      {errors > 0 && <span className="bad">{say('outline.errors', { count: errors })}</span>}
      {warnings > 0 && <span className="warn">{say('outline.warnings', { count: warnings })}</span>}
      {mark && (
        <span className={`mark ${mark.tone}`}>
          <span aria-hidden="true">{mark.text}</span>
          <span className="sr-only">{mark.says}</span>
        </span>
      )}
    </>
  )
}
