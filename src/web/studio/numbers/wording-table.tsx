import { Table, type TableColumnsType } from 'antd'
import { sourceMark } from '../../../core/dialog/translate/translated.ts'
import { wordingDifference, wordingShare } from '../../../core/dialog/usage/compare-wordings.ts'
import { WORDING_DEEDS, type WordingDeed } from '../../../core/dialog/usage/wording-marks.ts'
import { countOf } from './step-table.tsx'
import type { StepLine } from './steps-in.ts'
import { say } from './texts.ts'
import type { WordingLine } from './usage.ts'

type Props = {
  readonly lines: readonly WordingLine[]
  readonly steps: readonly StepLine[]
  readonly select: (step: string) => void
}

/** The wordings of questions that are compared: what became of those who heard each, and whether they differ. */
export function WordingTable({ lines, steps, select }: Props) {
  const asked = [...new Set(lines.map(({ step }) => step))]
  if (asked.length === 0) return null
  return (
    <section aria-label={say('wording.title')} className="figures-wordings">
      <h2>{say('wording.title')}</h2>
      <p className="figures-about">{say('wording.about')}</p>
      {asked.map((step) => (
        <OneQuestion
          key={step}
          lines={lines.filter((line) => line.step === step)}
          asked={steps.find(({ id }) => id === step)}
          select={select}
        />
      ))}
    </section>
  )
}

type QuestionProps = {
  readonly lines: readonly WordingLine[]
  readonly asked: StepLine | undefined
  readonly select: (step: string) => void
}

function OneQuestion({ lines, asked, select }: QuestionProps) {
  const texts = [asked?.says ?? '', ...Object.values(asked?.wordings ?? {})]
  const textOf = new Map(texts.map((text) => [sourceMark(text), text]))
  const own = ownOf(lines, asked)
  const columns: TableColumnsType<WordingLine> = [
    {
      title: say('wording.key'),
      key: 'wording',
      render: (_, { step, wording, text }) => (
        <button type="button" className="figures-step" onClick={() => select(step)}>
          <strong>
            {step} {wording === 'a' ? say('wording.own') : wording}
          </strong>{' '}
          <span>{textOf.get(text) ?? say('wording.older')}</span>
        </button>
      ),
    },
    {
      title: say('wording.differs'),
      key: 'differs',
      render: (_, line) => (line === own ? say('wording.base') : differenceOf(own, line)),
    },
    ...WORDING_DEEDS.map((did) => ({
      title: say(`wording.${did}`),
      key: did,
      align: 'right' as const,
      render: (_: unknown, line: WordingLine) => shareOf(line, did),
    })),
  ]
  return (
    <Table
      size="small"
      rowKey={({ wording, text }) => `${wording} ${text}`}
      columns={columns}
      dataSource={[...lines]}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  )
}

/** The question as it stands now; where nobody heard that yet, the text that most heard under its key. */
function ownOf(
  lines: readonly WordingLine[],
  asked: StepLine | undefined,
): WordingLine | undefined {
  const own = lines.filter(({ wording }) => wording === 'a')
  const now = own.find(({ text }) => text === sourceMark(asked?.says ?? ''))
  return now ?? own.toSorted((a, b) => (b.shown ?? 0) - (a.shown ?? 0))[0]
}

function shareOf(line: WordingLine, did: WordingDeed): string {
  const count = countOf(line[did])
  const share = did === 'shown' ? null : wordingShare(line, did)
  return share ? `${count}（${percent(share.low)}–${percent(share.high)}%）` : count
}

function differenceOf(own: WordingLine | undefined, line: WordingLine): string {
  const found = own && wordingDifference(own, line, 'at_once')
  if (!found) return say('wording.few')
  const { by, low, high, isOpen } = found
  if (isOpen) return say('wording.open', { low: percent(low), high: percent(high) })
  const [least, most] = by > 0 ? [low, high] : [-high, -low]
  const range = { by: percent(Math.abs(by)), low: percent(least), high: percent(most) }
  return say(by > 0 ? 'wording.more' : 'wording.less', range)
}

const percent = (share: number) => Math.round(share * 100)
