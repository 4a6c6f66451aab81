import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../api/desk.ts'
import { type Reminder, useReminders } from '../api/reminders.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../parts/moment.ts'
import { say } from '../service/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { AnswerBox } from './answer-box.tsx'
import { CancelBox } from './cancel-box.tsx'
import { SendBox } from './send-box.tsx'

type Opened = { readonly what: 'answer' | 'cancel'; readonly reminder: Reminder } | 'send' | null

/** 提醒: what waits for an answer, of mine, from me, and of the street for its lead. */
export default function RemindersPage() {
  const me = useMe().data
  const found = useReminders()
  const [opened, open] = useState<Opened>(null)
  const close = () => open(null)
  usePageTitle(say('reminder.page'))
  const reminders = found.data?.reminders ?? []
  return (
    <div className="file-page">
      <div className="line between">
        <h1>{say('reminder.page')}</h1>
        <Button type="primary" onClick={() => open('send')}>
          {say('reminder.new')}
        </Button>
      </div>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && reminders.length === 0 && <p className="empty">{say('reminder.none')}</p>}
      <ul className="file-list">
        {reminders.map((reminder) => (
          <Item
            key={reminder.id}
            reminder={reminder}
            mine={reminder.by.id === me?.id}
            open={(what) => open({ what, reminder })}
          />
        ))}
      </ul>
      {opened === 'send' && <SendBox close={close} />}
      {opened !== null && opened !== 'send' && opened.what === 'answer' && (
        <AnswerBox reminder={opened.reminder} close={close} />
      )}
      {opened !== null && opened !== 'send' && opened.what === 'cancel' && (
        <CancelBox reminder={opened.reminder} close={close} />
      )}
    </div>
  )
}

type ItemProps = {
  readonly reminder: Reminder
  readonly mine: boolean
  readonly open: (what: 'answer' | 'cancel') => void
}

function Item({ reminder, mine, open }: ItemProps) {
  const { household, to, partner, words, dueAt, by, state, answer } = reminder
  return (
    <li className="line between">
      <span>
        <span className={state === 'sent' ? 'tag' : 'late'}>{say(`reminder.state.${state}`)}</span>{' '}
        <Link to={`/households/${household.id}`}>
          {household.name ?? say('unknown')} {household.number}
        </Link>{' '}
        {words}{' '}
        <span className="soft">
          {partner === null
            ? say('reminder.for', { name: to?.name ?? '' })
            : say('reminder.of_partner', { name: partner })}{' '}
          {say('reminder.from', { name: by.name })} {say('reminder.until', { day: moment(dueAt) })}{' '}
          {answer}
        </span>
      </span>
      <span className="line">
        <Button size="small" onClick={() => open('answer')}>
          {say('reminder.answer')}
        </Button>
        {mine && (
          <Button size="small" onClick={() => open('cancel')}>
            {say('reminder.cancel')}
          </Button>
        )}
      </span>
    </li>
  )
}
