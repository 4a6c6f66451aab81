import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { addMonths } from '../../../core/routing/follow-up.ts'
import { shanghai } from '../../../core/time.ts'
import { serverNow } from '../api/server-time.ts'
import { useFollowUps } from '../api/visits.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { say } from '../service/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { FollowUpList } from './follow-up-list.tsx'
import { MonthCalendar } from './month-calendar.tsx'

/** 回访: what is due, the longest overdue first, as a list or as a month. */
export default function FollowUpsPage() {
  const [street] = useStreet()
  const [mine, only] = useState(false)
  const [view, look] = useState<'list' | 'month'>('list')
  const [first, turn] = useState(() => `${shanghai(serverNow()).day.slice(0, 7)}-01`)
  const found = useFollowUps(street, mine)
  usePageTitle(say('followup.page'))
  const followUps = found.data?.followUps ?? []
  return (
    <div className="file-page">
      <div className="line between">
        <h1>{say('followup.page')}</h1>
        <div className="line">
          <Checkbox checked={mine} onChange={({ target }) => only(target.checked)}>
            {say('followup.mine')}
          </Checkbox>
          <Segmented
            value={view}
            onChange={look}
            options={[
              { value: 'list', label: say('followup.as_list') },
              { value: 'month', label: say('followup.as_month') },
            ]}
          />
          <Link to="/followups/route">{say('followup.route')}</Link>
        </div>
      </div>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && followUps.length === 0 && <p className="empty">{say('followup.none')}</p>}
      {view === 'list' && <FollowUpList followUps={followUps} />}
      {view === 'month' && (
        <>
          <div className="line">
            <Button onClick={() => turn(addMonths(first, -1))}>{say('followup.prev')}</Button>
            <strong>{first.slice(0, 7)}</strong>
            <Button onClick={() => turn(addMonths(first, 1))}>{say('followup.next')}</Button>
          </div>
          <MonthCalendar first={first} followUps={followUps} />
        </>
      )}
    </div>
  )
}
