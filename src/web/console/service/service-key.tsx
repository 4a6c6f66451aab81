import { useQueryClient } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { useMatch } from 'react-router'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { useKeys } from '../keys/use-keys.ts'
import { LazyBox } from '../shell/lazy-box.tsx'
import type { Picked } from './household-picker.tsx'
import { say } from './texts.ts'

const ServiceBox = lazy(() => import('./service-box.tsx'))

/** `s` writes a service record from every screen, for the household one looks at. */
export function ServiceKey() {
  const [start, begin] = useState<readonly Picked[] | null>(null)
  const here = useHere()
  useKeys({ service: () => begin(here()) })
  return (
    <LazyBox open={start !== null}>
      <ServiceBox start={start ?? []} close={() => begin(null)} />
    </LazyBox>
  )
}

/** The household of the file or of the case on the screen. */
function useHere(): () => readonly Picked[] {
  const queries = useQueryClient()
  const household = useMatch('/households/:household/*')?.params.household
  const number = useMatch('/cases/:number')?.params.number
  return () => {
    const head = queries.getQueryData<HouseholdView>(['household', household ?? number ?? ''])
    if (head) return [{ id: head.id, name: head.name ?? say('unknown'), number: head.number }]
    const found = queries.getQueryData<CaseView>(['case', number ?? ''])
    if (!number || !found) return []
    return [{ id: number, name: found.case.name ?? say('unknown'), number }]
  }
}
