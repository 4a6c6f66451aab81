import { Button } from 'antd'
import { useState } from 'react'
import { addDays, shanghai } from '../../../core/time.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useRoster } from '../api/day.ts'
import { useMe } from '../api/desk.ts'
import { serverNow } from '../api/server-time.ts'
import { mondayOf } from '../parts/monday-of.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { CommitteePart } from './committee-part.tsx'
import { LeaveBox } from './leave-box.tsx'
import { LeaveList } from './leave-list.tsx'
import { mayLead } from './may-lead.ts'
import { NowList } from './now-list.tsx'
import { PhonePart } from './phone-part.tsx'
import './roster.css'
import { RulePart } from './rule-part.tsx'
import { ShiftBox } from './shift-box.tsx'
import { say } from './texts.ts'
import { WeekTable } from './week-table.tsx'

/** 值班和派单: who is there when, who is away, and how cases find their adviser. */
export default function RosterPage() {
  const monday = mondayOf(shanghai(serverNow()).day)
  const [from, look] = useState(monday)
  const [opened, open] = useState<'shift' | 'leave' | null>(null)
  const found = useRoster(from)
  const me = useMe().data
  usePageTitle(say('title'))
  const roster = found.data
  const close = () => open(null)
  return (
    <div className="roster">
      <div className="line between">
        <h1>{say('title')}</h1>
        <span className="line">
          {me && mayLead(me) && (
            <Button type="primary" onClick={() => open('shift')}>
              {say('add.open')}
            </Button>
          )}
          <Button onClick={() => open('leave')}>{say('leave.open')}</Button>
        </span>
      </div>
      <div className="line">
        <Button onClick={() => look(addDays(from, -7))}>{say('before')}</Button>
        <Button onClick={() => look(monday)}>{say('this')}</Button>
        <Button onClick={() => look(addDays(from, 7))}>{say('after')}</Button>
        <b>{say('week', { from, to: addDays(from, 6) })}</b>
      </div>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {!roster && !found.isError && <Loading rows={8} />}
      {roster && me && (
        <>
          <WeekTable roster={roster} me={me} />
          <div className="roster-parts">
            <NowList people={roster.people} me={me} />
            <LeaveList roster={roster} me={me} />
            <RulePart roster={roster} me={me} />
            <CommitteePart roster={roster} me={me} />
            <PhonePart has={roster.phone} />
          </div>
          {opened === 'shift' && <ShiftBox roster={roster} me={me} close={close} />}
          {opened === 'leave' && <LeaveBox roster={roster} me={me} close={close} />}
        </>
      )}
    </div>
  )
}
