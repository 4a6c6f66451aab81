import { useState } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { say } from '../../shared/texts.ts'
import { type Me, useMe, useQueue } from '../api/desk.ts'
import { useKeys } from '../keys/use-keys.ts'
import { say as sayRoster } from '../roster/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Pager } from './pager.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTable } from './queue-table.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import { QueueTitle } from './queue-title.tsx'
import './queue.css'
import { SavedViews } from './saved-views.tsx'
import { useClaim } from './use-claim.tsx'
import { useSight } from './use-sight.ts'

/** 待领取, 我的个案 or all that is open: cases in their one order, with what decides it. */
export default function QueuePage({ status }: { readonly status: 'waiting' | 'mine' | 'all' }) {
  const [street] = useStreet()
  usePageTitle(titleOf(status))
  const { sight, look } = useSight(status, street)
  const page = useQueue(sight)
  const me = useMe().data
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const cases = page.data?.cases ?? []
  useKeys({ undo: useClaim().undo })
  const selected = cases.filter(({ number }) => chosen.has(number))
  return (
    <>
      {me && <QueueTabs me={me} owner={sight.owner ?? ''} />}
      <QueueTitle
        title={titleOf(status, nameOf(me, sight.owner))}
        page={page.data}
        sight={sight}
        look={look}
      />
      {me && <QueueFilters me={me} page={page.data} sight={sight} look={look} />}
      {me && <SavedViews me={me} sight={sight} />}
      {page.isError && <TroubleBox error={page.error} again={() => void page.refetch()} />}
      {page.isPending && <Loading rows={8} />}
      {page.data && cases.length === 0 && (
        <p className="empty" role="status">
          {say(
            sight.filter || sight.q
              ? 'queue.none_found'
              : `queue.empty.${status === 'mine' ? 'mine' : 'waiting'}`,
          )}
        </p>
      )}
      {cases.length > 0 && <QueueTable rows={cases} chosen={chosen} choose={choose} />}
      {page.data && <Pager sight={sight} next={page.data.next} look={look} />}
      {selected.length > 0 && <BulkBar rows={selected} done={() => choose(new Set())} />}
    </>
  )
}

function titleOf(status: 'waiting' | 'mine' | 'all', name?: string): string {
  if (name !== undefined) return sayRoster('team.of', { name })
  if (status === 'all') return sayRoster('team.title')
  return say(status === 'mine' ? 'nav.mine' : 'nav.queue')
}

const nameOf = (me: Me | undefined, owner: string | undefined) =>
  me?.colleagues.find(({ id }) => id === owner)?.name
