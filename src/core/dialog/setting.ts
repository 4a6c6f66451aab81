import type { Expression } from '../conditions/expression.ts'
import { parseCondition } from '../conditions/parse.ts'
import { problem } from '../errors.ts'
import { factTypes } from './flow/fact-types.ts'
import type { FlowBundle } from './flow/flow-bundle.ts'
import { flowOfKind, questionsOf, slotsOf } from './flow/flow-bundle.ts'
import type { Flow, Question, SlotDef, Step } from './flow/schema.ts'
import type { House } from './house.ts'

/** One flow made ready to be compiled and spoken: its steps by id, its conditions parsed. */
export type Setting = {
  readonly house: House
  readonly bundle: FlowBundle
  readonly flow: Flow
  /** The flow that pre-empts everything: danger. */
  readonly interrupt: Flow | undefined
  readonly slots: Readonly<Record<string, SlotDef>>
  readonly questions: Readonly<Record<string, Placed>>
  /** Parsed `when` by its text. */
  readonly conditions: ReadonlyMap<string, Expression>
}

/** A question and where it stands. */
export type Placed = {
  readonly question: Question
  readonly step: Step
  readonly flow: Flow
}

export function setScene(house: House, bundle: FlowBundle, flow: Flow): Setting {
  const interrupt = flowOfKind(bundle, 'interrupt')
  const flows = interrupt && interrupt !== flow ? [flow, interrupt] : [flow]
  const placed = flows.flatMap((each) =>
    each.steps.flatMap((step) =>
      questionsOf(step).map((question) => [question.id, { question, step, flow: each }] as const),
    ),
  )
  return {
    house,
    bundle,
    flow,
    interrupt,
    slots: slotsOf(bundle),
    questions: Object.fromEntries(placed),
    conditions: parseAll(flows, bundle),
  }
}

/** Throws bad_flow naming the step: a flow that does not parse is never let into a house. */
function parseAll(flows: readonly Flow[], bundle: FlowBundle): ReadonlyMap<string, Expression> {
  const types = factTypes(bundle)
  const conditions = new Map<string, Expression>()
  for (const flow of flows) {
    for (const step of flow.steps) {
      for (const { id, when } of [step, ...questionsOf(step)]) {
        if (when === undefined) continue
        const parsed = parseCondition(when, types)
        if (!parsed.ok)
          throw problem('bad_flow', { flow: flow.id, step: id, when, problems: parsed.problems })
        conditions.set(when, parsed.condition)
      }
    }
  }
  return conditions
}
