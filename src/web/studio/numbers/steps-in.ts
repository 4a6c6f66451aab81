import { parse } from 'yaml'

export type StepLine = {
  readonly id: string
  readonly says: string
  /** Other wordings that are compared with what it says, by key. */
  readonly wordings: Readonly<Record<string, string>>
}

/** Id of a flow and its steps in order, as far as the text can be read: what is being written may be broken. */
export function stepsIn(text: string): {
  readonly flow: string | undefined
  readonly steps: readonly StepLine[]
} {
  const flow = read(text) as Partial<Flow> | null
  const steps = Array.isArray(flow?.steps) ? flow.steps : []
  return {
    flow: typeof flow?.id === 'string' ? flow.id : undefined,
    steps: steps.flatMap((step) => [step, ...(step?.questions ?? [])]).flatMap(lineOf),
  }
}

type Flow = { readonly id: string; readonly steps: readonly Step[] }

type Step = {
  readonly id?: string
  readonly ask?: string
  readonly say?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly wordings?: Readonly<Record<string, { readonly ask?: string } | null>>
  readonly questions?: readonly Step[]
}

function lineOf(step: Step | null): readonly StepLine[] {
  if (typeof step?.id !== 'string') return []
  const told = Object.values(step.with ?? {}).find((each) => typeof each === 'string')
  const says = step.ask ?? step.say ?? (typeof told === 'string' ? told : '')
  const wordings = Object.entries(step.wordings ?? {}).map(([key, each]) => [key, each?.ask ?? ''])
  return [{ id: step.id, says, wordings: Object.fromEntries(wordings) }]
}

function read(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return null
  }
}
