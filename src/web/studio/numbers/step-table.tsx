import { Table, type TableColumnsType } from 'antd'
import { calledAt } from '../../../core/dialog/flow/run-part.ts'
import { STEP_DEEDS } from '../../../core/dialog/usage/step-marks.ts'
import { apart } from '../../../core/dialog/usage/wilson.ts'
import type { StepLine } from './steps-in.ts'
import { say } from './texts.ts'
import type { Line } from './usage.ts'

type StepTableProps = {
  readonly lines: readonly Line[]
  readonly steps: readonly StepLine[]
  /** Name of a group; undefined = the figures are not split. */
  readonly nameOf: ((group: string) => string) | undefined
  /** Whether groups are versions, whose shares are compared. */
  readonly compared: boolean
  readonly select: (step: string) => void
}

/** A line a step in the order of the flow; steps that the flow no longer has come last. */
export function StepTable({ lines, steps, nameOf, compared, select }: StepTableProps) {
  const placeOf = new Map(steps.map(({ id }, at) => [id, at]))
  const saysOf = new Map(steps.map(({ id, says }) => [id, says]))
  const place = ({ step }: Line) => placeOf.get(step) ?? placeOf.get(calledAt(step)) ?? steps.length
  const sorted = lines.toSorted((a, b) => place(a) - place(b) || a.group.localeCompare(b.group))
  const columns: TableColumnsType<Line> = [
    {
      title: say('step'),
      key: 'step',
      sorter: (a, b) => place(a) - place(b),
      render: (_, { step }) => (
        <button type="button" className="figures-step" onClick={() => select(step)}>
          <strong>{step}</strong>{' '}
          <span>{(saysOf.get(step) ?? saysOf.get(calledAt(step)))?.slice(0, 24)}</span>
        </button>
      ),
    },
    ...(nameOf
      ? [
          {
            title: say('group'),
            key: 'group',
            render: (_: unknown, { group }: Line) => nameOf(group),
          },
        ]
      : []),
    ...STEP_DEEDS.map((did) => ({
      title: say(did),
      key: did,
      align: 'right' as const,
      sorter: (a: Line, b: Line) => (a[did] ?? 1) - (b[did] ?? 1),
      render: (_: unknown, line: Line) => countOf(line[did]),
    })),
    {
      title: say('median'),
      key: 'median',
      align: 'right',
      sorter: (a, b) => (a.median ?? 0) - (b.median ?? 0),
      render: (_, { median }) => median ?? '–',
    },
    {
      title: say('drop'),
      key: 'drop',
      align: 'right',
      sorter: (a, b) => (a.drop?.share ?? 0) - (b.drop?.share ?? 0),
      render: (_, line) => <DropCell line={line} others={compared ? lines : []} />,
    },
  ]
  return (
    <Table
      size="small"
      rowKey={({ step, group }) => `${step} ${group}`}
      columns={columns}
      dataSource={sorted}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ alarming }) => (alarming ? 'figures-alarming' : '')}
    />
  )
}

export const countOf = (count: number | null): string => (count === null ? say('few') : `${count}`)

function DropCell({ line, others }: { readonly line: Line; readonly others: readonly Line[] }) {
  const { drop, alarming, step } = line
  if (drop === null) return '–'
  const differs = others.some((other) => {
    return other.step === step && other.drop !== null && apart(drop, other.drop)
  })
  const [share, low, high] = [drop.share, drop.low, drop.high].map((of) => Math.round(of * 100))
  return (
    <>
      {say('drop.of', { share: share ?? 0, low: low ?? 0, high: high ?? 0 })}
      {alarming && <strong className="figures-alarm"> {say('alarming')}</strong>}
      {differs && <span> {say('apart')}</span>}
    </>
  )
}
