import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { JoinPreview } from '../../../core/contract/office/household-joining.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { TextField } from './file-fields.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

type Props = {
  readonly head: HouseholdView
  readonly other: string
  readonly close: () => void
}

/** What joining would bring together, before it is done. */
export function JoinBox({ head, other, close }: Props) {
  const [id] = useState(uuid)
  const [reason, setReason] = useState('')
  const found = usePart<z.infer<typeof JoinPreview>>(head.id, `joining/${other}`)
  const decide = useDeed(
    async (how: 'join' | 'not-alike') => {
      await post(officePath(head.id, `/${how}`), { id, other, reason: reason.trim() })
      close()
    },
    ['household'],
  )
  return (
    <FormBox
      title={say('join.title')}
      ok={say('join.go')}
      busy={decide.isPending}
      ready={reason.trim() !== '' && found.data?.possible === true}
      cancel={close}
      submit={() => decide.mutate('join')}
    >
      <Shown of={found}>
        {({ into, from, members, records, openCases, possible }) => (
          <>
            <p>
              {say('join.into', { name: into.name ?? say('unknown'), number: into.number })}
              <br />
              {say('join.from', { name: from.name ?? say('unknown'), number: from.number })}
            </p>
            {!possible && <p role="alert">{say('join.impossible')}</p>}
            <ul>
              <li>
                {say('join.cases', {
                  count: into.cases.length + from.cases.length,
                  open: openCases,
                })}
              </li>
              {members.length > 0 && (
                <li>{say('join.members', { names: members.join(say('comma')) })}</li>
              )}
              {records.map(({ kind, into: here, from: there }) => (
                <li key={kind}>
                  {say('join.records', { kind: wordOf('group', kind), here, there })}
                </li>
              ))}
            </ul>
            <p className="soft">{say('join.means')}</p>
          </>
        )}
      </Shown>
      <TextField label={say('join.reason')} value={reason} change={setReason} required />
      <p>
        <Button disabled={reason.trim() === ''} onClick={() => decide.mutate('not-alike')}>
          {say('join.refuse')}
        </Button>
      </p>
    </FormBox>
  )
}
