import type { Model } from '../assessment/model.ts'
import type { Parameters } from '../assessment/parameters.ts'
import type { Clocks } from '../routing/clocks.ts'
import type { Hotlines } from '../routing/hotlines.ts'
import type { Town } from '../routing/town.ts'
import type { Knowledge } from '../understanding/knowledge.ts'
import type { Wording } from './check/wording.ts'
import type { FlowBundle } from './flow/flow-bundle.ts'
import type { Languages } from './translate/language.ts'

/** Everything the dialog knows besides the conversation itself: values that edge loaded and checked. */
export type House = {
  /** Where this house stands: 4-digit city and 6-digit district. */
  readonly city: string
  readonly district: string
  /** Hash of the bundle that new conversations begin with. */
  readonly current: string
  /** Every bundle that somebody may still stand on, by hash. */
  readonly bundles: Readonly<Record<string, FlowBundle>>
  readonly knowledge: Knowledge
  readonly model: Model
  readonly parameters: Parameters
  readonly town: Town
  readonly clocks: Clocks
  readonly hotlines: Hotlines
  /** Words that texts to residents may not hold, for the checks. */
  readonly wording: Wording
  /** System phrases by key: repairs, re-asks, confirmations. */
  readonly phrases: Readonly<Record<string, string>>
  /** Languages that residents may choose besides Chinese, by code (zh-TW, en). */
  readonly languages?: Languages
  /** Set where whoever is in the middle of a help request goes over to the current flow; absent = nobody does. */
  readonly moving?: Moving & {
    /** Release that says so: nobody is taken back by one that is older than what moved him. */
    readonly release: number
    /** Bundles that were there when it came: a talk that began on a later one elsewhere is left alone. */
    readonly from: readonly string[]
  }
}

/** Where those go who stand at a question, by its step, when they go over to another text of the flow. */
export type Moving = {
  /** What the author says; everybody else comes to the first question that is still open. */
  readonly steps: Readonly<Record<string, string>>
}
