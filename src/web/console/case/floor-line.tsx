import { Button } from 'antd'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import type { OpenBox } from './use-box.ts'
import { useFloor } from './use-floor.ts'

type Props = { readonly found: CaseView; readonly open: OpenBox }

/** Who has the floor: the bot, nobody yet, or a person; and how it changes hands. */
export function FloorLine({ found, open }: Props) {
  const { talk, acts, case: row } = found
  const { takeOver, busy } = useFloor(row.number)
  const mayGive = acts.includes('give_back')
  return (
    <div className={`floor ${talk.state}`}>
      <span role="status">
        {say(`floor.${talk.state}`, { name: talk.by ?? say('who.adviser') })}
      </span>
      {acts.includes('take_over') && talk.state !== 'person' && (
        <Button size="small" loading={busy} onClick={takeOver}>
          {say('floor.take')} <kbd>t</kbd>
        </Button>
      )}
      {mayGive && talk.state === 'person' && (
        <Button size="small" onClick={() => open('give_back')}>
          {say('floor.give')} <kbd>t</kbd>
        </Button>
      )}
    </div>
  )
}
