import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { z } from 'zod'
import type { SetRight, StudioPeople } from '../../../core/contract/studio/rights.ts'
import { get, put } from '../../shared/api/call.ts'
import { useMe } from '../../shared/api/me.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { deskSay } from '../desk-words.ts'
import { say } from './texts.ts'

type People = z.infer<typeof StudioPeople>['people']

const KINDS = ['translate', 'legal'] as const

/** Who may do what in the studio, and what an admin gives beside the role. */
export function PeoplePage() {
  const found = useQuery({
    queryKey: ['studio-people'],
    queryFn: () => get<z.infer<typeof StudioPeople>>('/api/studio/rights'),
  })
  const people = found.data?.people ?? []
  const isNamed = people.some(({ kinds }) => kinds.includes('legal'))
  return (
    <>
      <h1>{say('people.title')}</h1>
      <p>{say('people.about')}</p>
      {found.isPending && <Loading />}
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.data && !isNamed && <p>{say('people.nobody')}</p>}
      {found.data && <PeopleTable people={people} />}
    </>
  )
}

function PeopleTable({ people }: { readonly people: People }) {
  const me = useMe().data
  const set = useDeed(
    (right: z.infer<typeof SetRight>) => put('/api/studio/rights', right),
    ['studio-people', 'may'],
  )
  return (
    <table className="documents">
      <thead>
        <tr>
          {['name', 'role', ...KINDS].map((key) => (
            <th key={key} scope="col">
              {say(`people.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, role, kinds }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>{deskSay(`role.${role}`)}</td>
            {KINDS.map((kind) => (
              <td key={kind}>
                <Checkbox
                  aria-label={`${name} ${say(`people.${kind}`)}`}
                  checked={kinds.includes(kind)}
                  disabled={set.isPending || id === me?.id}
                  onChange={({ target }) => set.mutate({ staff: id, kind, held: target.checked })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
