import { DAY, shanghai } from '../../../core/time.ts'
import { serverNow } from '../api/server-time.ts'
import type { FollowUp } from '../api/visits.ts'
import { say } from '../service/texts.ts'

/** `12-21`, `今天`, or how many days it is late. */
export function DueWord({ followUp: { dueOn, open, overdue } }: { readonly followUp: FollowUp }) {
  const today = shanghai(serverNow()).day
  if (dueOn === null) return null
  if (!open || !overdue) return <span>{dueOn === today ? say('followup.today') : dueOn}</span>
  const count = Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY)
  return (
    <span className="late">
      {dueOn} {say('followup.overdue', { count })}
    </span>
  )
}
