import { Button, Checkbox, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { type Change, FOLLOW_UP_WAYS, type FollowUpWay } from '../../../core/casework/follow-up.ts'
import type { OpenedFollowUpView } from '../../../core/contract/office/follow-up.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { serverNow } from '../api/server-time.ts'
import { Codes } from '../service/service-box.tsx'
import { say } from '../service/texts.ts'
import { ChangeTable } from './change-table.tsx'
import { DayField } from './day-field.tsx'
import type { Finished } from './follow-up-page.tsx'
import { WordsField } from './words-field.tsx'

type Props = {
  readonly opened: OpenedFollowUpView
  readonly finished: (finished: Finished) => void
}

/** Days until the next visit where no rhythm says when. */
const OTHERWISE = 30

/** Who was met, what changed, what is needed, when somebody comes again. */
export function FinishForm({ opened, finished }: Props) {
  const { followUp, goals, next } = opened
  const today = shanghai(serverNow()).day
  const proposed = next ?? addDays(today, OTHERWISE)
  const [how, setHow] = useState<FollowUpWay>('visit')
  const [day, setDay] = useState(today)
  const [met, setMet] = useState('')
  const [changes, setChanges] = useState<Partial<Record<IndicatorCode, Change>>>({})
  const [progress, setProgress] = useState<Readonly<Record<string, number>>>({})
  const [words, setWords] = useState('')
  const [needs, setNeeds] = useState('')
  const [again, setAgain] = useState(true)
  const [nextDay, setNextDay] = useState(proposed)
  const [reason, setReason] = useState('')
  // Made once: sent again after a cut, nothing stands twice.
  const [ids] = useState(() => Array.from({ length: 12 }, uuid))
  const [service = '', nextId = '', ...needIds] = ids
  const path = officePath(followUp.household.id, `/follow-ups/${followUp.id}/finish`)
  const finish = useDeed(
    () =>
      post<Finished>(path, {
        ...{ version: followUp.version, how, day, met: met.trim(), changes, words, service },
        goals: goals.flatMap((goal) =>
          progress[goal] === undefined ? [] : [{ goal, progress: progress[goal] }],
        ),
        needs: linesOf(needs).map((text, at) => ({ id: needIds[at], text })),
        next: again ? { id: nextId, dueOn: nextDay } : null,
        reason: reason.trim(),
      }),
    ['follow-ups', 'services', 'household'],
  )
  const wantsReason = !again || nextDay !== proposed
  const ready =
    met.trim() !== '' && (!wantsReason || reason.trim() !== '') && (!again || nextDay > day)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !finish.isPending) finish.mutate(undefined, { onSuccess: finished })
      }}
    >
      <Codes
        label={say('form.how')}
        words="ways"
        codes={FOLLOW_UP_WAYS}
        value={how}
        change={setHow}
      />
      <WordsField label={say('form.met')} value={met} change={setMet} />
      <DayField label={say('form.day')} value={day} max={today} change={setDay} />
      <ChangeTable changes={changes} change={setChanges} />
      {goals.map((goal) => (
        <Progress
          key={goal}
          goal={goal}
          value={progress[goal] ?? null}
          change={(value) => setProgress({ ...progress, [goal]: value })}
        />
      ))}
      <WordsField label={say('form.words')} value={words} change={setWords} rows={4} most={2_000} />
      <WordsField label={say('form.needs')} value={needs} change={setNeeds} rows={2} most={1_000} />
      <DayField
        label={say('form.next')}
        value={nextDay}
        min={addDays(day, 1)}
        change={setNextDay}
      />
      <Checkbox checked={!again} onChange={({ target }) => setAgain(!target.checked)}>
        {say('form.no_next')}
      </Checkbox>
      <WordsField label={say('form.reason')} value={reason} change={setReason} />
      <p className="line end">
        <Button type="primary" htmlType="submit" loading={finish.isPending} disabled={!ready}>
          {say('form.ok')}
        </Button>
      </p>
    </form>
  )
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, 10)

type ProgressProps = {
  readonly goal: string
  readonly value: number | null
  readonly change: (value: number) => void
}

function Progress({ goal, value, change }: ProgressProps) {
  const id = useId()
  return (
    <div className="line">
      <label htmlFor={id}>{say('form.progress', { goal })}</label>
      <InputNumber id={id} min={0} max={100} value={value} onChange={(next) => change(next ?? 0)} />
    </div>
  )
}
