import { lazy } from 'react'
import { Route } from 'react-router'

const HouseholdPage = lazy(() => import('./household/household-page.tsx'))
const FindPage = lazy(() => import('./household/find-page.tsx'))
const PrintPage = lazy(() => import('./household/print-page.tsx'))
const FollowUpsPage = lazy(() => import('./followups/follow-ups-page.tsx'))
const FollowUpPage = lazy(() => import('./followups/follow-up-page.tsx'))
const RemindersPage = lazy(() => import('./followups/reminders-page.tsx'))
const ComplaintsPage = lazy(() => import('./followups/complaints-page.tsx'))
const RoutePage = lazy(() => import('./followups/route-page.tsx'))
const ServicesPage = lazy(() => import('./service/services-page.tsx'))
const ConsultationsPage = lazy(() => import('./consultation/consultations-page.tsx'))
const ConsultationPage = lazy(() => import('./consultation/consultation-page.tsx'))
const CallPage = lazy(() => import('./consultation/call-page.tsx'))
const PlansPage = lazy(() => import('./plan/plans-page.tsx'))
const AidPage = lazy(() => import('./aid/aid-page.tsx'))
const AidsPage = lazy(() => import('./aid/aids-page.tsx'))
const AidPrintPage = lazy(() => import('./aid/print-page.tsx'))
const AidLetterPage = lazy(() => import('./aid/letter-page.tsx'))
const ReferralsPage = lazy(() => import('./referrals/referrals-page.tsx'))
const SupervisionPage = lazy(() => import('./supervision/supervision-page.tsx'))
const SilentPage = lazy(() => import('./silent/silent-page.tsx'))
const BoardPage = lazy(() => import('./board/board-page.tsx'))
const LedgersPage = lazy(() => import('./ledgers/ledgers-page.tsx'))
const RegisterPage = lazy(() => import('./register/register-page.tsx'))

/** The screens around households; each comes with its own file when it is first wanted. */
export const OFFICE_PAGES = (
  <>
    <Route path="households" element={<FindPage />} />
    <Route path="households/:household" element={<HouseholdPage />} />
    <Route path="households/:household/print" element={<PrintPage />} />
    <Route path="households/:household/:tab" element={<HouseholdPage />} />
    <Route path="followups" element={<FollowUpsPage />} />
    <Route path="followups/route" element={<RoutePage />} />
    <Route path="followups/:household/:id" element={<FollowUpPage />} />
    <Route path="services" element={<ServicesPage />} />
    <Route path="reminders" element={<RemindersPage />} />
    <Route path="complaints" element={<ComplaintsPage />} />
    <Route path="plans" element={<PlansPage />} />
    <Route path="consultations" element={<ConsultationsPage />} />
    <Route path="consultations/call/:household" element={<CallPage />} />
    <Route path="consultations/:id" element={<ConsultationPage />} />
    <Route path="aid" element={<AidsPage />} />
    <Route path="aid/print/:household/:id" element={<AidPrintPage />} />
    <Route path="aid/letter/:household/:id" element={<AidLetterPage />} />
    <Route path="visit/aid/:number" element={<AidPage />} />
    <Route path="visit/aid/:number/:id" element={<AidPage />} />
    <Route path="referrals" element={<ReferralsPage />} />
    <Route path="supervision" element={<SupervisionPage />} />
    <Route path="silent" element={<SilentPage />} />
    <Route path="board" element={<BoardPage />} />
    <Route path="ledgers" element={<LedgersPage />} />
    <Route path="register" element={<RegisterPage />} />
  </>
)
