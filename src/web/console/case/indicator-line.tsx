import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { DecideForm } from './decide-form.tsx'
import { EvidenceItem } from './evidence-item.tsx'

export type Indicator = CaseView['assessment']['indicators'][number]

type Props = {
  readonly each: Indicator
  readonly number: string
  readonly acts: CaseView['acts']
}

/** One indicator: verdict, points of its weight, what it rests on; an adviser may decide otherwise. */
export function IndicatorLine({ each, number, acts }: Props) {
  const { code, name, weight, now, firstPass, decided } = each
  const evidence = each.evidence.filter(({ basis }) => !decided || basis !== 'adviser')
  const [deciding, decide] = useState(false)
  return (
    <li className={`indicator ${verdictOf(now.value)}`}>
      <div className="line between">
        <span>
          <b>{name}</b>{' '}
          <span className="verdict">{say(`case.verdict.${verdictOf(now.value)}`)}</span>
        </span>
        <span className="line tight">
          <span className="points">
            {[...new Set(now.points)].join('–')}/{weight}
          </span>
          {acts.includes('set_indicator') && (
            <Button
              size="small"
              aria-expanded={deciding}
              aria-label={say('case.decide_named', { name })}
              onClick={() => decide(!deciding)}
            >
              {say('case.decide')}
            </Button>
          )}
        </span>
      </div>
      {decided && (
        <p className="decided">
          {say('case.decided', { by: decided.by, at: moment(decided.at), reason: decided.reason })}{' '}
          <span className="soft">
            {say('case.bot_said', { verdict: say(`case.verdict.${verdictOf(firstPass.value)}`) })}
          </span>
        </p>
      )}
      {evidence.length > 0 && (
        <ul className="evidence">
          {evidence.map((one) => (
            <EvidenceItem key={`${one.basis}${one.slot}${one.seq}${one.text}`} one={one} />
          ))}
        </ul>
      )}
      {deciding && (
        <DecideForm number={number} code={code} value={now.value} done={() => decide(false)} />
      )}
    </li>
  )
}

const verdictOf = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no')
