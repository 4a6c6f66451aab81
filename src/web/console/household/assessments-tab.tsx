import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { AssessmentsView } from '../../../core/contract/office/household-assessments.ts'
import { moment } from '../parts/moment.ts'
import { GradeCell } from './grade-word.tsx'
import { Radar } from './radar.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

type Step = z.infer<typeof AssessmentsView>['steps'][number]

/** 评估: first pass beside confirmed, and how it went over time. */
export default function AssessmentsTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof AssessmentsView>>(head.id, 'assessments')
  return (
    <section aria-labelledby="file-assessments">
      <h2 id="file-assessments">{say('tab.assessments')}</h2>
      <Shown of={found}>
        {({ steps, now }) =>
          steps.length === 0 ? (
            <p role="status">{say('assessment.none')}</p>
          ) : (
            <Course steps={steps} now={now} />
          )
        }
      </Shown>
    </section>
  )
}

function Course({ steps, now }: { readonly steps: readonly Step[]; readonly now: string | null }) {
  const [chosen, choose] = useState(now)
  const at = Math.max(
    steps.findIndex(({ id }) => id === chosen),
    0,
  )
  const step = steps[at]
  const before = steps[at - 1]
  return (
    <>
      <ol className="file-course">
        {steps.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="as-link"
              aria-pressed={each.id === step?.id}
              onClick={() => choose(each.id)}
            >
              {moment(each.at)} {wordOf('assessed', each.kind)}
            </button>{' '}
            <GradeCell grade={each.grade} /> {pointsOf(each)}{' '}
            {each.id === now && <span className="tag strong">{say('assessment.counts')}</span>}{' '}
            <span className="soft">
              {each.by ?? say('assessment.bot')}{' '}
              {each.number && <Link to={`/cases/${each.number}`}>{each.number}</Link>}
            </span>
            {each.changed.length > 0 && <p className="soft">{changesOf(each)}</p>}
          </li>
        ))}
      </ol>
      {step && (
        <div className="file-radar">
          <Radar now={step.dimensions} before={before?.dimensions ?? []} />
          <Twin step={step} before={before} />
        </div>
      )}
    </>
  )
}

/** The picture once more, as a table. */
function Twin({ step, before }: { readonly step: Step; readonly before: Step | undefined }) {
  const was = (code: string) => before?.indicators.find((each) => each.code === code)?.value
  return (
    <table className="file-table">
      <caption>{say('assessment.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('assessment.indicator')}</th>
          {before && <th scope="col">{say('assessment.before')}</th>}
          <th scope="col">{say('assessment.now')}</th>
        </tr>
      </thead>
      <tbody>
        {step.indicators.map(({ code, name, value }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            {before && <td>{verdict(was(code) ?? null)}</td>}
            <td>{before && was(code) !== value ? <b>{verdict(value)}</b> : verdict(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const verdict = (value: boolean | null) =>
  say(`verdict.${value === null ? 'open' : value ? 'hard' : 'fine'}`)

const pointsOf = ({ points: [low, high] }: Step) =>
  say('assessment.points', { points: low === high ? low : `${low}–${high}` })

function changesOf({ changed, indicators }: Step): string {
  const name = (code: string) => indicators.find((each) => each.code === code)?.name ?? code
  return changed
    .map(({ code, from, to }) =>
      say('assessment.change', { name: name(code), from: verdict(from), to: verdict(to) }),
    )
    .join(say('semicolon'))
}
