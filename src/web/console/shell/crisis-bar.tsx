import { useState } from 'react'
import { say } from '../../shared/texts.ts'
import { useEscalated } from '../api/day.ts'
import { useAlerts } from '../api/desk.ts'
import { CrisisLine } from './crisis-line.tsx'
import { useWindowTitle } from './use-window-title.ts'

/** Dangers in sight at once; the work must stay in sight too. */
const SHOWN = 2

/** Dangers that nobody has answered for: above everything, on every screen, and not to be closed. */
export function CrisisBar() {
  const alerts = useAlerts().data?.alerts ?? []
  const climbed = useEscalated(alerts.length > 0).data?.alerts ?? []
  const [all, showAll] = useState(false)
  useWindowTitle(alerts.length)
  if (alerts.length === 0) return null
  const shown = all ? alerts : alerts.slice(0, SHOWN)
  return (
    <section className="crisis-bar" aria-labelledby="crises">
      <h2 id="crises">{say('crisis_bar.title', { count: alerts.length })}</h2>
      <p role="alert" className="hidden-words">
        {say('crisis_bar.title', { count: alerts.length })}
      </p>
      <ul>
        {shown.map((alert) => (
          <CrisisLine
            key={alert.id}
            alert={alert}
            level={climbed.find((each) => each.alert === alert.id)?.steps.at(-1)?.level}
          />
        ))}
      </ul>
      {alerts.length > SHOWN && (
        <button type="button" className="plain" onClick={() => showAll(!all)} aria-expanded={all}>
          {all ? say('crisis_bar.less') : say('crisis_bar.more', { count: alerts.length - SHOWN })}
        </button>
      )}
    </section>
  )
}
