import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { Loading } from '../shared/parts/loading.tsx'
import { SafetyNet } from '../shared/parts/safety-net.tsx'
import { PAGES } from './panels.tsx'
import { Shell } from './shell/shell.tsx'

const DocumentsPage = lazy(() => import('./documents/documents-page.tsx'))
const DocumentPage = lazy(() => import('./documents/document-page.tsx'))

/** The screens of the studio; each comes with its own file when it is first wanted. */
export function Pages() {
  return (
    <Shell>
      <SafetyNet>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="documents/*" element={<DocumentPage />} />
            {PAGES.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<DocumentsPage />} />
          </Routes>
        </Suspense>
      </SafetyNet>
    </Shell>
  )
}
