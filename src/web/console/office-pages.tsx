import { lazy } from 'react'
import { Route } from 'react-router'

const HouseholdPage = lazy(() => import('./household/household-page.tsx'))
const FindPage = lazy(() => import('./household/find-page.tsx'))

/** The screens around households; each comes with its own file when it is first wanted. */
export const OFFICE_PAGES = (
  <>
    <Route path="households" element={<FindPage />} />
    <Route path="households/:household" element={<HouseholdPage />} />
    <Route path="households/:household/:tab" element={<HouseholdPage />} />
  </>
)
