import { Progress, Select } from 'antd'
import { useMemo, useState } from 'react'
import { countFigures, countMoves } from '../../../core/assessment/figures.ts'
import type { Model } from '../../../core/assessment/model.ts'
import type { Patterns } from '../../../core/assessment/patterns.ts'
import { FigureTable } from './figure-table.tsx'
import { MoveTable } from './move-table.tsx'
import { say } from './texts.ts'
import { useSample } from './use-sample.ts'

type Models = { readonly before: Model; readonly after: Model }

/** Who would move, on an invented population of the size of a district. */
export function Simulation({ before, after }: Models) {
  const sample = useSample(before, after)
  if (sample.state === 'counting') {
    const { share } = sample
    return <Progress percent={share} format={() => say('loading', { share })} />
  }
  return <Moves {...{ before, after }} patterns={sample.patterns} nameOf={sample.nameOf} />
}

type MovesProps = Models & {
  readonly patterns: Patterns
  readonly nameOf: (street: string) => string
}

function Moves({ before, after, patterns, nameOf }: MovesProps) {
  const [street, show] = useState('')
  const group = street === '' ? undefined : street
  const { moves, old, next, took } = useMemo(
    () => simulate(before, after, patterns, group),
    [before, after, patterns, group],
  )
  const size = { persons: old.persons, households: old.households }
  return (
    <section className="weights-moves" aria-label={say('moves')}>
      <h2>{say('moves')}</h2>
      <p>
        {say('sample', size)}，{say('took', { ms: took.toFixed(1) })}
      </p>
      <Select
        aria-label={say('street')}
        value={street}
        onChange={show}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: say('street.all') },
          ...patterns.groups.map((each) => ({ value: each, label: nameOf(each) })),
        ]}
      />
      <MoveTable moves={moves} />
      <FigureTable
        before={{ model: before, figures: old }}
        after={{ model: after, figures: next }}
      />
    </section>
  )
}

function simulate(before: Model, after: Model, patterns: Patterns, group: string | undefined) {
  const began = performance.now()
  const all = countMoves(before, after, patterns)
  const old = countFigures(before, patterns, { group })
  const next = countFigures(after, patterns, { at: 'next', group })
  const moves = group === undefined ? all : all.filter((move) => move.group === group)
  return { moves, old, next, took: performance.now() - began }
}
