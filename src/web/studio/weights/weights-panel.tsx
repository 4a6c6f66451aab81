import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import { useOpened } from '../api/documents.ts'
import type { PanelProps } from '../panels.tsx'
import { rewrite } from '../yaml/rewrite.ts'
import { BandFields } from './band-fields.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { modelIn } from './model-in.ts'
import { Simulation } from './simulation.tsx'
import { say } from './texts.ts'
import './weights.css'

/** Weights, conditions and bands of a model as a form, and what a change would do (权重). */
export default function WeightsPanel({ path, text, change }: PanelProps) {
  const opened = useOpened(path)
  const read = useMemo(() => modelIn(text), [text])
  const base = useMemo(() => modelIn(opened.data?.base ?? ''), [opened.data?.base])
  if (!opened.data) return <Loading />
  if (!read) return <Alert type="error" showIcon title={say('unreadable')} />
  const set = (at: readonly (string | number)[], value: number | string) =>
    change(rewrite(text, at, value))
  return (
    <section className="weights">
      <p className="weights-about">{say('about')}</p>
      <IndicatorTable read={read} set={set} />
      <BandFields source={read.source} set={set} />
      {opened.data.base !== text && (
        <Button onClick={() => change(opened.data.base)}>{say('reset')}</Button>
      )}
      {base?.model && read.model && <Simulation before={base.model} after={read.model} />}
    </section>
  )
}
