import { type ComponentType, lazy } from 'react'
import type { Kind } from './api/documents.ts'
import { say } from './texts.ts'

const SimulatorPanel = lazy(() => import('./simulator/simulator-panel.tsx'))
const TalksPanel = lazy(() => import('./simulator/talks-panel.tsx'))
const TalksPage = lazy(() => import('./simulator/talks-page.tsx'))
const CoverageMarks = lazy(() => import('./simulator/coverage-marks.tsx'))
const CarryPage = lazy(() => import('./carry/carry-page.tsx'))
const NumbersPanel = lazy(() => import('./numbers/numbers-panel.tsx'))
const TranslationsPanel = lazy(() => import('./translations/translations-panel.tsx'))
const WeightsPanel = lazy(() => import('./weights/weights-panel.tsx'))
const ReleasesPage = lazy(() => import('./releases/releases-page.tsx'))
const NumbersMarks = lazy(() => import('./numbers/numbers-marks.tsx'))

/** What stands beside a document is given: its text as it is now, saved or not. */
export type PanelProps = {
  /** flows/help-request.yaml */
  readonly path: string
  readonly kind: Kind
  readonly text: string
  /** Replaces the whole text; one step for undo. */
  readonly change: (text: string) => void
  /** Brings a step of the flow into view. */
  readonly select: (step: string) => void
  /** Id of the step that is looked at. */
  readonly selected: string | null
}

type PanelEntry = {
  readonly id: string
  readonly title: string
  /** Kinds of documents that it belongs to. */
  readonly kinds: readonly Kind[]
  /** `lazy(() => import(…))`: it comes when it is first opened. */
  readonly Panel: ComponentType<PanelProps>
  /** A table that needs the room of the step's form. */
  readonly isWide?: true
}

/** A short note at each step, in outline and map: `412 → 398`. */
export type StepMark = {
  readonly text: string
  readonly tone: 'plain' | 'good' | 'bad'
  /** The same as a sentence, for those who hear it. */
  readonly says: string
}

export type StepMarks = Readonly<Record<string, StepMark>>

type MarkEntry = {
  readonly id: string
  readonly title: string
  readonly kinds: readonly Kind[]
  /** Draws nothing (or its filters), and gives the marks whenever they are new. */
  readonly Marks: ComponentType<{
    readonly path: string
    readonly text: string
    readonly give: (marks: StepMarks) => void
  }>
}

type PageEntry = {
  /** Address below /studio: `releases/*`. */
  readonly path: string
  /** Its name in the menu; without one it is not there. */
  readonly title?: string
  readonly Page: ComponentType
}

/** What stands beside a document: one line each. */
export const PANELS: readonly PanelEntry[] = [
  { id: 'simulator', title: say('panel.simulator'), kinds: ['flow'], Panel: SimulatorPanel },
  { id: 'talks', title: say('panel.talks'), kinds: ['flow', 'talks'], Panel: TalksPanel },
  {
    id: 'numbers',
    title: say('panel.numbers'),
    kinds: ['flow'],
    Panel: NumbersPanel,
    isWide: true,
  },
  {
    id: 'translations',
    title: say('panel.translations'),
    kinds: ['flow', 'texts'],
    Panel: TranslationsPanel,
    isWide: true,
  },
  {
    id: 'weights',
    title: say('panel.weights'),
    kinds: ['model'],
    Panel: WeightsPanel,
    isWide: true,
  },
]

/** Numbers over the steps of a flow: one line each. */
export const MARKS: readonly MarkEntry[] = [
  { id: 'talks', title: say('panel.talks'), kinds: ['flow'], Marks: CoverageMarks },
  { id: 'numbers', title: say('panel.numbers'), kinds: ['flow'], Marks: NumbersMarks },
]

/** Pages of their own: one line each. */
export const PAGES: readonly PageEntry[] = [
  { path: 'releases/*', title: say('nav.releases'), Page: ReleasesPage },
  { path: 'talks', title: say('panel.talks'), Page: TalksPage },
  { path: 'carry', title: say('panel.carry'), Page: CarryPage },
]
