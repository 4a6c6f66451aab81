import { useRef } from 'react'
import { Link } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useToday } from '../api/day.ts'
import { useNotices } from '../api/desk.ts'
import { useKeys } from '../keys/use-keys.ts'
import { moment } from '../parts/moment.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { ClockItem } from './clock-item.tsx'
import { DueItem } from './due-item.tsx'
import { Section } from './section.tsx'
import { say } from './texts.ts'
import './today.css'
import { moveItem } from './move-item.ts'

/** 今天: what runs out, who waits, what is due, and what happened; one key after the other. */
export default function TodayPage() {
  const found = useToday()
  const page = useRef<HTMLDivElement>(null)
  usePageTitle(say('nav'))
  useKeys({
    next: () => moveItem(page.current, 1),
    previous: () => moveItem(page.current, -1),
    open: () => page.current?.querySelector<HTMLElement>('.today-item a')?.focus(),
  })
  const day = found.data
  const notices = (useNotices().data?.notices ?? []).filter(({ seen }) => !seen)
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!day) return <Loading rows={10} />
  const mine = [day.clocks, day.unread, day.reminders, day.followUps, day.tasks, day.visits]
  const nothing = mine.every((part) => part.length === 0)
  return (
    <div className="today" ref={page}>
      <div className="line between">
        <h1>{say('title', { day: day.day.slice(5) })}</h1>
        <span className="soft">{say('keys')}</span>
      </div>
      <p>
        {day.waiting > 0
          ? say('lead', { waiting: day.waiting, overdue: day.overdue })
          : say('none_waiting')}{' '}
        <Link to="/queue">{say('go_queue')}</Link>
      </p>
      {nothing && (
        <p className="empty" role="status">
          {say('empty')}
        </p>
      )}
      <div className="today-parts">
        <Section name="clocks" count={day.clocks.length}>
          {day.clocks.map((item) => (
            <ClockItem key={`${item.number} ${item.clock}`} item={item} />
          ))}
        </Section>
        <Section name="unread" count={day.unread.length}>
          {day.unread.map(({ number, name, at }) => (
            <li key={number} className="today-item">
              <Link to={`/cases/${number}`}>{`${name ?? say('nobody')} ${number}`}</Link>{' '}
              <span className="soft">{say('wrote', { at: moment(at) })}</span>
            </li>
          ))}
        </Section>
        {(['reminders', 'followUps', 'tasks'] as const).map((name) => (
          <Section key={name} name={name} count={day[name].length}>
            {day[name].map((item) => (
              <DueItem key={item.id} item={item} />
            ))}
          </Section>
        ))}
        <Section name="visits" count={day.visits.length}>
          {day.visits.map(({ committee, items }) => (
            <li key={committee?.code ?? ''}>
              <b>{committee?.name ?? say('no_committee')}</b>{' '}
              <span className="soft">{say('doors', { count: items.length })}</span>
              <ul>
                {items.map((item) => (
                  <DueItem key={item.id} item={item} />
                ))}
              </ul>
            </li>
          ))}
        </Section>
        <Section name="notices" count={notices.length}>
          {notices.map(({ id, to, sentence, at }) => (
            <li key={id} className="today-item">
              <Link to={to}>{sentence}</Link> <span className="soft">{moment(at)}</span>
            </li>
          ))}
        </Section>
        <Section name="changes" count={day.changes.length}>
          {day.changes.map(({ number, name, sentence, at }) => (
            <li key={`${number} ${at} ${sentence}`} className="today-item">
              <Link to={`/cases/${number}`}>{name ?? number}</Link>
              {`：${sentence} `}
              <span className="soft">{moment(at)}</span>
            </li>
          ))}
        </Section>
      </div>
    </div>
  )
}
