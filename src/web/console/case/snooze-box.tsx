import { Radio } from 'antd'
import { useId, useState } from 'react'
import { addDays, DAY, HOUR, MINUTE, shanghai } from '../../../core/time.ts'
import { say } from '../../shared/texts.ts'
import { serverNow } from '../api/server-time.ts'
import { moment } from '../parts/moment.ts'
import type { BoxProps } from './case-boxes.tsx'
import { Choice, Words } from './fields.tsx'
import { FormBox } from './form-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Puts one's case aside until a time (稍后); it comes back by itself, and its clocks go on. */
export default function SnoozeBox({ found, close }: BoxProps) {
  const { number, version, snoozed } = found.case
  const [times] = useState(() => proposals(serverNow()))
  const [chosen, choose] = useState<string>('tomorrow')
  const [own, setOwn] = useState('')
  const [reason, setReason] = useState('resident')
  const [note, setNote] = useState('')
  const id = useId()
  const snooze = useCaseDeed(number, 'snooze', close)
  const until = chosen === 'own' ? ownTime(own) : times[chosen as keyof typeof times]
  const isComing = until > serverNow() && until <= serverNow() + 30 * DAY
  const wake = chosen === 'now'
  return (
    <FormBox
      title={say('snooze.title')}
      ok={say(wake ? 'snooze.wake' : 'snooze.ok')}
      busy={snooze.isPending}
      ready={wake || isComing}
      cancel={close}
      submit={() =>
        snooze.mutate({ version, until: wake ? null : new Date(until).toISOString(), reason, note })
      }
    >
      <p className="soft">{say('snooze.means')}</p>
      <Radio.Group
        aria-label={say('snooze.until')}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
        options={[
          ...(snoozed ? [{ value: 'now', label: say('snooze.wake') }] : []),
          ...Object.entries(times).map(([name, at]) => ({
            value: name,
            label: say(`snooze.at.${name}`, { at: moment(new Date(at).toISOString()) }),
          })),
          { value: 'own', label: say('snooze.at.own') },
        ]}
      />
      {chosen === 'own' && (
        <>
          <label htmlFor={id}>{say('snooze.own')}</label>
          <input
            id={id}
            type="datetime-local"
            className="plain-field"
            value={own}
            onChange={({ target }) => setOwn(target.value)}
          />
        </>
      )}
      {!wake && (
        <>
          <Choice list="snooze" label={say('snooze.why')} value={reason} change={setReason} />
          <Words value={note} change={setNote} />
        </>
      )}
    </FormBox>
  )
}

/** When one usually looks again: mornings begin at nine. */
function proposals(now: number) {
  const { day } = shanghai(now)
  const morning = (after: number) => Date.parse(`${addDays(day, after)}T09:00:00+08:00`)
  return {
    soon: Math.ceil((now + HOUR) / (5 * MINUTE)) * 5 * MINUTE,
    tomorrow: morning(1),
    three_days: morning(3),
    week: morning(7),
  }
}

/** What the field says is meant as the office's own time, whatever this computer thinks. */
function ownTime(own: string): number {
  return own === '' ? 0 : Date.parse(`${own}:00+08:00`)
}
