import { useState } from 'react'
import type { FollowUp } from '../api/visits.ts'
import { FollowUpItem } from './follow-up-item.tsx'
import { LeaveBox } from './leave-box.tsx'
import { MoveBox } from './move-box.tsx'
import './visits.css'

type Opened = { readonly what: 'move' | 'leave'; readonly followUp: FollowUp }
type Props = { readonly followUps: readonly FollowUp[]; readonly alone?: boolean }

/** Follow-ups in their order; each can be done, moved, or left with a reason. */
export function FollowUpList({ followUps, alone = false }: Props) {
  const [opened, open] = useState<Opened | null>(null)
  const close = () => open(null)
  return (
    <>
      <ul className="file-list">
        {followUps.map((each) => (
          <FollowUpItem
            key={each.id}
            followUp={each}
            alone={alone}
            open={(what, followUp) => open({ what, followUp })}
          />
        ))}
      </ul>
      {opened?.what === 'move' && <MoveBox followUp={opened.followUp} close={close} />}
      {opened?.what === 'leave' && <LeaveBox followUp={opened.followUp} close={close} />}
    </>
  )
}
