import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { AlikeView } from '../../../core/contract/office/household-joining.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { moment } from '../parts/moment.ts'
import { JoinBox } from './join-box.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

/** Files that look like the same household, and those that were joined to it. */
export function AlikeBox({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof AlikeView>>(head.id, 'alike')
  const [joining, join] = useState<string | null>(null)
  const part = useDeed(
    (id: string) => post(officePath(head.id, '/part'), { joining: id }),
    ['household'],
  )
  const { alike = [], joined = [] } = found.data ?? {}
  if (alike.length + joined.length === 0) return null
  return (
    <section aria-labelledby="file-alike" className="note">
      <h2 id="file-alike">{say(alike.length > 0 ? 'alike.title' : 'alike.joined_title')}</h2>
      <ul className="file-list">
        {alike.map(({ head: other, by }) => (
          <li key={other.id} className="line between">
            <span>
              <Link to={`/households/${other.id}`}>
                {other.name ?? say('unknown')} {other.number}
              </Link>{' '}
              <span className="soft">{by.map((each) => wordOf('alike_by', each)).join(' · ')}</span>
            </span>
            <Button
              size="small"
              aria-label={say('alike.look_at', { number: other.number })}
              onClick={() => join(other.id)}
            >
              {say('alike.look')}
            </Button>
          </li>
        ))}
        {joined.map(({ id, reason, by, at }) => (
          <li key={id} className="line between">
            <span>
              {say('alike.joined', { by, at: moment(at) })} <q>{reason}</q>
            </span>
            <Button size="small" loading={part.isPending} onClick={() => part.mutate(id)}>
              {say('alike.part')}
            </Button>
          </li>
        ))}
      </ul>
      {joining && <JoinBox head={head} other={joining} close={() => join(null)} />}
    </section>
  )
}
