import type { Flow, ParamDef, RunStep, SlotDef } from './schema.ts'

/** What keeps a step from running its part. */
export type CallFault = {
  readonly code:
    | 'no_such_part'
    | 'runs_itself'
    | 'missing_param'
    | 'unknown_param'
    | 'unknown_output'
    | 'kind_mismatch'
    | 'no_such_slot'
  readonly field: 'run' | 'with' | 'returns'
  readonly about: string
}

export function callFaults(
  call: RunStep,
  flow: Pick<Flow, 'slots' | 'params'>,
  written: Readonly<Record<string, Flow>>,
): readonly CallFault[] {
  const part = written[call.run]
  if (part?.kind !== 'part') return [{ code: 'no_such_part', field: 'run', about: call.run }]
  if (runsInto(part, part.id, written, new Set()))
    return [{ code: 'runs_itself', field: 'run', about: call.run }]
  return [...toldFaults(call, part, flow), ...returnFaults(call, part, flow)]
}

/** Whether a part comes to itself again, by the parts that it runs. */
function runsInto(
  part: Flow,
  id: string,
  written: Readonly<Record<string, Flow>>,
  seen: Set<string>,
): boolean {
  return part.steps.some((step) => {
    if (!('run' in step)) return false
    if (step.run === id) return true
    if (seen.has(step.run)) return false
    seen.add(step.run)
    const next = written[step.run]
    return next !== undefined && runsInto(next, id, written, seen)
  })
}

function toldFaults(
  call: RunStep,
  part: Flow,
  { slots, params }: Pick<Flow, 'slots' | 'params'>,
): readonly CallFault[] {
  const wanted = part.params ?? {}
  const told = call.with ?? {}
  const missing = Object.keys(wanted).filter((name) => told[name] === undefined)
  return [
    ...missing.map((about) => ({ ...fault('missing_param', 'with'), about })),
    ...Object.entries(told).flatMap(([about, value]): readonly CallFault[] => {
      const param = wanted[about]
      if (!param) return [{ ...fault('unknown_param', 'with'), about }]
      if (typeof value === 'string' || 'value' in value)
        return takes(param, value) ? [] : [{ ...fault('kind_mismatch', 'with'), about }]
      const slot = slots[value.slot] ?? params?.[value.slot]
      if (!slot) return [{ ...fault('no_such_slot', 'with'), about: value.slot }]
      return isSame(param, slot) ? [] : [{ ...fault('kind_mismatch', 'with'), about }]
    }),
  ]
}

/** An answer that is handed on may be looked at no more freely than the part's own. */
const LOCKED: readonly SlotDef['privacy'][] = ['record', 'personal', 'sensitive']

function returnFaults(
  call: RunStep,
  part: Flow,
  { slots }: Pick<Flow, 'slots'>,
): readonly CallFault[] {
  return Object.entries(call.returns ?? {}).flatMap(([here, there]): readonly CallFault[] => {
    const [outer, inner] = [slots[here], part.slots[there]]
    if (!inner || !part.outputs?.includes(there))
      return [{ ...fault('unknown_output', 'returns'), about: there }]
    if (!outer) return [{ ...fault('no_such_slot', 'returns'), about: here }]
    const isKept = LOCKED.indexOf(outer.privacy) >= LOCKED.indexOf(inner.privacy)
    return isSame(outer, inner) && isKept
      ? []
      : [{ ...fault('kind_mismatch', 'returns'), about: here }]
  })
}

const fault = <F extends CallFault['field']>(code: CallFault['code'], field: F) => ({ code, field })

/** Words for a text; the key of an option, or a number, for a choice and a count. All else is an answer. */
function takes({ type, of }: ParamDef, told: Told): boolean {
  if (typeof told === 'string') return type === 'text'
  if (typeof told.value === 'number') return ['number', 'household', 'age'].includes(type)
  return type === 'choice' && (of ?? []).includes(told.value)
}

type Told = string | { readonly value: string | number }

function isSame(a: ParamDef, b: ParamDef): boolean {
  const answers = (def: ParamDef) => (def.of ?? []).toSorted().join()
  return a.type === b.type && a.per === b.per && answers(a) === answers(b)
}
