import { Button } from 'antd'
import { Link } from 'react-router'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import { RunningClock } from '../parts/running-clock.tsx'
import { GradeCell } from '../queue/grade-cell.tsx'
import { useClaim } from '../queue/use-claim.tsx'
import { TransferNotice } from './transfer-notice.tsx'
import type { BoxName, OpenBox } from './use-box.ts'

type Props = { readonly found: CaseView; readonly open: OpenBox }

/** Deeds in the head, in order: their right, their box, and whether the button stands out. */
const DEEDS = [
  ['contact_try', 'contact'],
  ['snooze', 'snooze'],
  ['transfer', 'transfer'],
  ['release', 'release'],
  ['close', 'close'],
  ['reopen', 'reopen'],
  ['erase', 'erase'],
] as const satisfies readonly (readonly [CaseView['acts'][number], BoxName])[]

/** Who, where, how hard, how long there is, who has it, and what can be done. */
export function CaseHead({ found, open }: Props) {
  const { case: row, acts, subject, closing } = found
  const { claim } = useClaim()
  const list = row.claimed?.mine ? 'mine' : 'queue'
  return (
    <header className="case-head">
      <div className="line title">
        <nav aria-label={say('case.way')}>
          <Link to={`/${list}`}>← {say(`nav.${list}`)}</Link>
        </nav>
        <h1>
          {subject.name ?? say('queue.nobody')} <span className="number">{row.number}</span>
        </h1>
      </div>
      <p className="line facts">
        <span>{row.committeeName ?? row.streetName ?? say('queue.no_street')}</span>
        <span className="line tight">
          <GradeCell row={row} />
        </span>
        {row.urgency !== 'normal' && (
          <span className={`urgency ${row.urgency}`}>{row.urgencyLabel}</span>
        )}
        {row.crisis && <span className="urgency crisis">{row.crisis.label}</span>}
        <RunningClock row={row} />
        <span>{say('case.owner', { name: ownerName(row.claimed) })}</span>
        <span className="soft">
          {say(`stage.${row.stage}`)} · {row.statusLabel}
        </span>
        {row.unverified && <span className="tag strong">{row.unverified}</span>}
        {row.snoozed && (
          <span className="tag strong">
            {say('snooze.until_then', { at: moment(row.snoozed) })}
          </span>
        )}
        {row.sample && <span className="sample">{say('state.demo')}</span>}
      </p>
      <div className="line deeds">
        {acts.includes('claim') && (
          <Button type="primary" onClick={() => void claim(row)}>
            {say('case.claim')} <kbd>1</kbd>
          </Button>
        )}
        {DEEDS.filter(([act]) => acts.includes(act)).map(([act, box]) => (
          <Button key={act} onClick={() => open(box)}>
            {say(`case.deed.${box}`)}
          </Button>
        ))}
      </div>
      {row.transfer && <TransferNotice transfer={row.transfer} acts={acts} open={open} />}
      {closing && <p className="note">{closingWords(closing)}</p>}
    </header>
  )
}

const ownerName = (claimed: CaseView['case']['claimed']) =>
  claimed === null ? say('case.nobody') : claimed.mine ? say('case.me') : claimed.name

function closingWords({ outcomeLabel, by, recheck }: NonNullable<CaseView['closing']>): string {
  const words = say('case.closed', { outcome: outcomeLabel, by: by ?? say('who.system') })
  return recheck === null ? words : `${words}${say('case.recheck', { day: recheck })}`
}
