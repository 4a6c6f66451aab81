import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { OFFICE_PAGES } from './office-pages.tsx'
import { Loading } from './parts/loading.tsx'
import { SafetyNet } from './parts/safety-net.tsx'
import { Shell } from './shell/shell.tsx'

const QueuePage = lazy(() => import('./queue/queue-page.tsx'))
const CasePage = lazy(() => import('./case/case-page.tsx'))
const PhrasesPage = lazy(() => import('./phrases/phrases-page.tsx'))
const NotHere = lazy(() => import('./parts/not-here.tsx'))

/** The screens of the console; each comes with its own file when it is first wanted. */
export function Pages() {
  return (
    <Shell>
      <SafetyNet>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route index element={<Navigate to="/queue" replace />} />
            <Route path="queue" element={<QueuePage key="waiting" status="waiting" />} />
            <Route path="mine" element={<QueuePage key="mine" status="mine" />} />
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
