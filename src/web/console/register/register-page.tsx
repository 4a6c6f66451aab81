import { useQuery } from '@tanstack/react-query'
import type { RegisterView } from '../../../core/contract/office/register.ts'
import { get } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import '../household/household.css'
import '../supervision/supervision.css'
import { AdviserTable } from './adviser-table.tsx'
import { KeyList } from './key-list.tsx'
import { say } from './texts.ts'

/** 顾问备案: who is registered, what they did, and where two are missing. */
export default function RegisterPage() {
  const found = useQuery({
    queryKey: ['register'],
    queryFn: () => get<RegisterView>('/api/office/register'),
  })
  usePageTitle(say('title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading rows={8} />
  const { from, to, helps, keys, streets } = found.data
  const short = streets.filter((street) => street.short)
  return (
    <div className="file-page register">
      <h1>{say('title')}</h1>
      <p>{say('counted', { from, to, helps, keys: keys.length })}</p>
      <section aria-labelledby="short" className={short.length > 0 ? 'note' : ''}>
        <h2 id="short">{say('short.title')}</h2>
        <p className="soft">{say(short.length > 0 ? 'short.means' : 'short.none')}</p>
        <ul>
          {short.map(({ code, name, registered }) => (
            <li key={code} data-street={code}>
              {say('short.line', { name, registered })}
            </li>
          ))}
        </ul>
      </section>
      <AdviserTable register={found.data} />
      <KeyList register={found.data} />
    </div>
  )
}
