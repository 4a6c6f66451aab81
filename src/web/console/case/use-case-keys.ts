import { useNavigate } from 'react-router'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useClaim } from '../queue/use-claim.tsx'
import { focusField } from './focus-field.ts'
import { moveMessage } from './message-focus.ts'
import type { BoxName, OpenBox } from './use-box.ts'
import { useFloor } from './use-floor.ts'
import type { PanelName } from './workspace.tsx'

type Given = {
  readonly found: CaseView
  readonly open: OpenBox
  readonly show: (panel: PanelName) => void
}

/** The keys of the workspace. A key for what is not allowed now does nothing. */
export function useCaseKeys({ found, open, show }: Given): void {
  const { acts, case: row, samePhone } = found
  const go = useNavigate()
  const { claim, undo } = useClaim()
  const { takeOver } = useFloor(row.number)
  const may = (act: CaseView['acts'][number]) => acts.includes(act)
  const box = (act: CaseView['acts'][number], name: BoxName) => () => may(act) && open(name)
  const write = (what: 'reply' | 'note') => () => {
    show('talk')
    focusField(what)
  }
  useKeys({
    claim: () => may('claim') && void claim(row),
    undo,
    transfer: box('transfer', 'transfer'),
    contact: box('contact_try', 'contact'),
    close_case: box('close', 'close'),
    confirm: box('confirm', 'confirm'),
    snooze: box('snooze', 'snooze'),
    place: box('place', 'place'),
    next: () => moveMessage(1),
    previous: () => moveMessage(-1),
    take_over: () => (may('give_back') ? open('give_back') : may('take_over') && takeOver()),
    reply: write('reply'),
    note: write('note'),
    phrases: write('reply'),
    evidence: () => {
      show('why')
      focusField('why')
    },
    household: () => {
      show('file')
      focusField('file')
    },
    plan: () => go(`/households/${found.household.id}/plan`),
    visits: () => go(`/households/${found.household.id}/visits`),
    same_phone: () => samePhone[0] && go(`/cases/${samePhone[0].number}`),
    back: () => go(row.claimed?.mine ? '/mine' : '/queue'),
  })
}
