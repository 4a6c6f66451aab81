import type { Flow } from '../flow/schema.ts'
import { textsOfStep } from '../translate/translatable.ts'

/** One text that residents read, and where it stands. */
export type Text = {
  readonly flow: string
  readonly step: string
  readonly field: string
  readonly text: string
}

/** Every text of the steps of a flow. */
export const textsOf = (flow: Flow): readonly Text[] =>
  flow.steps.flatMap(textsOfStep).map((text) => ({ ...text, flow: flow.id }))
