import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../api/desk.ts'
import { type Complaint, useComplaints } from '../api/reminders.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../parts/moment.ts'
import { say } from '../service/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { BringBox } from './bring-box.tsx'
import { SettleBox } from './settle-box.tsx'

/** 投诉: anybody writes one down; only those who lead see the list, and never what is about themselves. */
export default function ComplaintsPage() {
  const role = useMe().data?.role
  const leads = role === 'supervisor' || role === 'district' || role === 'admin'
  const found = useComplaints(leads)
  const [opened, open] = useState<Complaint | 'bring' | null>(null)
  const close = () => open(null)
  usePageTitle(say('complaint.page'))
  const complaints = found.data?.complaints ?? []
  return (
    <div className="file-page">
      <div className="line between">
        <h1>{say('complaint.page')}</h1>
        <Button onClick={() => open('bring')}>{say('complaint.new')}</Button>
      </div>
      <p className="soft">{say('complaint.private')}</p>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {leads && found.isPending && <Loading />}
      {found.data && complaints.length === 0 && <p className="empty">{say('complaint.none')}</p>}
      <ul className="file-list">
        {complaints.map((each) => (
          <Item key={each.id} complaint={each} settle={() => open(each)} />
        ))}
      </ul>
      {opened === 'bring' && <BringBox close={close} />}
      {opened !== null && opened !== 'bring' && <SettleBox complaint={opened} close={close} />}
    </div>
  )
}

type ItemProps = { readonly complaint: Complaint; readonly settle: () => void }

function Item({ complaint, settle }: ItemProps) {
  const { number, against, source, words, dueOn, overdue, at, result, answer } = complaint
  return (
    <li>
      <div className="line between">
        <span>
          {moment(at)} {number && <Link to={`/cases/${number}`}>{number}</Link>}{' '}
          {against && say('complaint.against', { name: against.name })}{' '}
          {result === null ? (
            <span className={overdue ? 'late' : 'tag'}>
              {say('complaint.due', { day: dueOn })} {overdue && say('complaint.late')}
            </span>
          ) : (
            <span className="tag">{say(`results_of_complaint.${result}`)}</span>
          )}
        </span>
        {result === null && (
          <Button size="small" onClick={settle}>
            {say('complaint.settle')}
          </Button>
        )}
      </div>
      <p>{source === 'chat' ? say('complaint.from_chat') : words}</p>
      {answer !== '' && <p className="soft">{answer}</p>}
    </li>
  )
}
