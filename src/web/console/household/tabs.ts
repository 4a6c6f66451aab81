import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'

/** One part of a household's file. Its word is `tab.<key>` of the household's texts. */
export type FileTab = {
  readonly key: string
  readonly Body: LazyExoticComponent<ComponentType<{ readonly head: HouseholdView }>>
}

/** The parts of a file, in the order of their tabs; each comes when it is first wanted. */
export const TABS: readonly FileTab[] = [
  { key: 'overview', Body: lazy(() => import('./overview-tab.tsx')) },
  { key: 'members', Body: lazy(() => import('./members-tab.tsx')) },
  { key: 'assessments', Body: lazy(() => import('./assessments-tab.tsx')) },
  { key: 'assess', Body: lazy(() => import('../assessment/assess-tab.tsx')) },
  { key: 'needs', Body: lazy(() => import('./needs-tab.tsx')) },
  { key: 'plan', Body: lazy(() => import('../plan/plan-tab.tsx')) },
  { key: 'benefits', Body: lazy(() => import('./benefits-tab.tsx')) },
  { key: 'papers', Body: lazy(() => import('./papers-tab.tsx')) },
  { key: 'timeline', Body: lazy(() => import('./timeline-tab.tsx')) },
  { key: 'visits', Body: lazy(() => import('../followups/visits-tab.tsx')) },
  { key: 'outside', Body: lazy(() => import('../referrals/outside-tab.tsx')) },
  { key: 'aid', Body: lazy(() => import('../aid/aid-tab.tsx')) },
]
