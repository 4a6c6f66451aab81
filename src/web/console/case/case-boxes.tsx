import { lazy } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { LazyBox } from '../shell/lazy-box.tsx'
import type { BoxName } from './use-box.ts'

/** What each box needs of the case. */
export type BoxProps = { readonly found: CaseView; readonly close: () => void }

const BOXES = {
  contact: lazy(() => import('./contact-box.tsx')),
  transfer: lazy(() => import('./transfer-case-box.tsx')),
  accept: lazy(() => import('./accept-box.tsx')),
  decline: lazy(() => import('./decline-box.tsx')),
  close: lazy(() => import('./close-box.tsx')),
  reopen: lazy(() => import('./reopen-box.tsx')),
  erase: lazy(() => import('./erase-box.tsx')),
  release: lazy(() => import('./release-box.tsx')),
  give_back: lazy(() => import('./give-back-box.tsx')),
  confirm: lazy(() => import('./confirm-box.tsx')),
  reveal: lazy(() => import('./reveal-box.tsx')),
  place: lazy(() => import('./place-box.tsx')),
  snooze: lazy(() => import('./snooze-box.tsx')),
} as const satisfies Record<BoxName, unknown>

/** The act that a box does: a box in the address opens only for who may do it. */
const ACT_OF = {
  contact: 'contact_try',
  transfer: 'transfer',
  accept: 'accept_transfer',
  decline: 'decline_transfer',
  close: 'close',
  reopen: 'reopen',
  erase: 'erase',
  release: 'release',
  give_back: 'give_back',
  confirm: 'confirm',
  reveal: 'reveal',
  place: 'place',
  snooze: 'snooze',
} as const satisfies Record<BoxName, CaseView['acts'][number]>

type Props = BoxProps & { readonly box: BoxName | null }

/** The open question, if any. */
export function CaseBoxes({ found, box, close }: Props) {
  if (box === null || !found.acts.includes(ACT_OF[box])) return null
  const Box = BOXES[box]
  return (
    <LazyBox open>
      <Box found={found} close={close} />
    </LazyBox>
  )
}
