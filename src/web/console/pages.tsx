import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { Loading } from '../shared/parts/loading.tsx'
import { SafetyNet } from '../shared/parts/safety-net.tsx'
import { OFFICE_PAGES } from './office-pages.tsx'
import { Shell } from './shell/shell.tsx'

const TodayPage = lazy(() => import('./today/today-page.tsx'))
const RosterPage = lazy(() => import('./roster/roster-page.tsx'))
const QueuePage = lazy(() => import('./queue/queue-page.tsx'))
const CasePage = lazy(() => import('./case/case-page.tsx'))
const PhrasesPage = lazy(() => import('./phrases/phrases-page.tsx'))
const VisitPage = lazy(() => import('./visit/visit-page.tsx'))
const NotHere = lazy(() => import('./parts/not-here.tsx'))

/** The screens of the console; each comes with its own file when it is first wanted. */
export function Pages() {
  return (
    <Routes>
      <Route path="visit/:number" element={<OnTheWay />} />
      <Route path="*" element={<AtTheDesk />} />
    </Routes>
  )
}

/** The page of a visit stands alone: it has to open on a phone without a network. */
function OnTheWay() {
  return (
    <SafetyNet>
      <Suspense fallback={<Loading />}>
        <VisitPage />
      </Suspense>
    </SafetyNet>
  )
}

function AtTheDesk() {
  return (
    <Shell>
      <SafetyNet>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route index element={<TodayPage />} />
            <Route path="queue" element={<QueuePage key="waiting" status="waiting" />} />
            <Route path="mine" element={<QueuePage key="mine" status="mine" />} />
            <Route path="team" element={<QueuePage key="all" status="all" />} />
            <Route path="roster" element={<RosterPage />} />
            <Route path="phrases" element={<PhrasesPage />} />
            <Route path="cases/:number" element={<CasePage />} />
            {OFFICE_PAGES}
            <Route path="*" element={<NotHere />} />
          </Routes>
        </Suspense>
      </SafetyNet>
    </Shell>
  )
}
