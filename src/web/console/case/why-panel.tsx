import { Button } from 'antd'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { pointsWords } from '../queue/grade-cell.tsx'
import { IndicatorLine } from './indicator-line.tsx'
import { PointsBar } from './points-bar.tsx'
import { SuspectList } from './suspect-list.tsx'
import { useBox } from './use-box.ts'

/** 为什么是「高」: each indicator with its points, what it rests on, and what would change the grade. */
export function WhyPanel({ found }: { readonly found: CaseView }) {
  const { assessment, acts, case: row } = found
  const { now, firstPass, confirmed, stale, indicators, margin, outOf } = assessment
  const [, open] = useBox()
  const shown = now ?? firstPass
  // A photo's stand beside the photo.
  const guesses = found.suspects.filter(({ message }) => message === null)
  const asked = indicators.filter((each) => each.asked || each.decided)
  const unasked = indicators.filter((each) => !each.asked && !each.decided)
  return (
    <section aria-labelledby="why" className="why">
      <div className="line between">
        <h2 id="why" data-field="why" tabIndex={-1}>
          {shown ? say('case.why', { grade: shown.gradeLabel }) : say('case.why_none')}
        </h2>
        {acts.includes('confirm') && (
          <Button
            size="small"
            type={stale || !confirmed ? 'primary' : 'default'}
            onClick={() => open('confirm')}
          >
            {say('case.confirm')}
          </Button>
        )}
      </div>
      {shown && (
        <>
          <p className="line">
            <b>{pointsWords(shown.points)}</b>
            <span className="soft">{say('case.cuts')}</span>
          </p>
          <PointsBar points={shown.points} outOf={outOf} />
        </>
      )}
      <Standing assessment={assessment} />
      {margin?.sentence && <p className="margin">{margin.sentence}</p>}
      {margin && margin.flips.length > 0 && (
        <details className="flips">
          <summary>{say('case.flips', { count: margin.flips.length })}</summary>
          <ul>
            {margin.flips.map(({ code, to, sentence }) => (
              <li key={`${code}${to}`}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <SuspectList suspects={guesses} number={row.number} acts={acts} />
      <ul className="indicators">
        {asked.map((each) => (
          <IndicatorLine key={each.code} each={each} number={row.number} acts={acts} />
        ))}
      </ul>
      {unasked.length > 0 && (
        <details className="unasked">
          <summary>
            {say('case.unasked', { names: unasked.map(({ name }) => name).join(say('case.and')) })}
          </summary>
          <ul className="indicators">
            {unasked.map((each) => (
              <IndicatorLine key={each.code} each={each} number={row.number} acts={acts} />
            ))}
          </ul>
        </details>
      )}
      {shown && (
        <p className="soft">
          {say('case.model', {
            id: shown.model.id,
            hash: shown.model.hash.slice(0, 8),
            at: moment(shown.at),
          })}
        </p>
      )}
    </section>
  )
}

/** Whose word the grade is: the bot's, or that of an adviser, and whether something changed since. */
function Standing({ assessment }: Pick<CaseView, 'assessment'>) {
  const { firstPass, confirmed, stale } = assessment
  if (!confirmed) return firstPass && <p className="soft">{say('case.provisional')}</p>
  const values = { by: confirmed.by, at: moment(confirmed.at), grade: confirmed.gradeLabel }
  return (
    <p className={stale ? 'note' : 'soft'}>
      {say('case.confirmed_by', values)}
      {firstPass && firstPass.gradeLabel !== confirmed.gradeLabel && (
        <> {say('case.first_was', { grade: firstPass.gradeLabel })}</>
      )}
      {stale && <> {say('case.stale')}</>}
    </p>
  )
}
