import { problem } from '../errors.ts'
import type { Flow } from './flow/schema.ts'
import type { House } from './house.ts'
import { buildMachine } from './machine/build.ts'
import { type Ready, ready } from './machine/turn-machine.ts'
import { type Setting, setScene } from './setting.ts'

/** A flow on its stage: parsed, compiled, ready to turn. */
export type Stage = { readonly setting: Setting; readonly ready: Ready }

/** Compiled once per house, bundle and flow: about 30 µs a state (measured), then only looked up. */
const stages = new WeakMap<House, Map<string, Stage>>()

/** Throws bad_flow when a conversation stands on a bundle that this house does not hold. */
export function stageOf(house: House, hash: string, flowId: string): Stage {
  const known = stages.get(house) ?? new Map<string, Stage>()
  stages.set(house, known)
  const key = `${hash} ${flowId}`
  const stage = known.get(key) ?? compile(house, hash, flowId)
  known.set(key, stage)
  return stage
}

function compile(house: House, hash: string, flowId: string): Stage {
  const bundle = house.bundles[hash]
  const flow = bundle?.flows[flowId]
  if (!bundle || !flow) throw problem('bad_flow', { bundle: hash, flow: flowId })
  const setting = setScene(house, bundle, flow)
  return { setting, ready: ready(buildMachine(setting)) }
}

/** The flow of a kind in the bundle that new conversations begin with. */
export function currentFlow(house: House, kind: Flow['kind']): Stage {
  const flows = Object.values(house.bundles[house.current]?.flows ?? {})
  const flow = flows.find((each) => each.kind === kind)
  if (!flow) throw problem('bad_flow', { bundle: house.current, kind })
  return stageOf(house, house.current, flow.id)
}
