import { Empty } from 'antd'
import { useMemo, useState } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import type { PanelProps } from '../panels.tsx'
import { Filters, versionOf } from './filters.tsx'
import { StepTable } from './step-table.tsx'
import { stepsIn } from './steps-in.ts'
import { say } from './texts.ts'
import { type Figures, LAST_MONTH, useUsage, useWordings, type Wanted } from './usage.ts'
import { WordingTable } from './wording-table.tsx'
import './numbers.css'

/** How the steps of this flow are used (数据). */
export default function NumbersPanel({ text, select }: PanelProps) {
  const { flow, steps } = useMemo(() => stepsIn(text), [text])
  const [wanted, want] = useState<Wanted>(LAST_MONTH)
  const usage = useUsage(flow, wanted)
  const wordings = useWordings(flow, wanted.days)
  const lines = usage.data?.lines ?? []
  const tried = wordings.data?.lines ?? []
  return (
    <section className="figures">
      <p className="figures-about">{say('about')}</p>
      <Filters wanted={wanted} choices={usage.data?.choices} want={want} />
      {usage.isError && <TroubleBox error={usage.error} again={() => void usage.refetch()} />}
      {usage.isPending && <Loading />}
      {usage.data && lines.length + tried.length === 0 && <Empty description={say('none')} />}
      <WordingTable {...{ steps, select }} lines={tried} />
      {usage.data && lines.length > 0 && (
        <StepTable
          {...{ lines, steps, select }}
          nameOf={wanted.by && nameIn(wanted.by, usage.data.choices)}
          compared={wanted.by === 'bundle'}
        />
      )}
    </section>
  )
}

function nameIn(by: NonNullable<Wanted['by']>, { streets, bundles }: Figures['choices']) {
  return (group: string): string => {
    if (group === '') return say('group.unknown')
    if (by === 'hour') return say('hour.of', { hour: group })
    if (by === 'street') return streets.find(({ code }) => code === group)?.name ?? group
    const version = by === 'bundle' && bundles.find(({ hash }) => hash === group)
    return version ? versionOf(version).label : group
  }
}
