import { parseArgs } from 'node:util'
import { flowChart } from '../../../core/dialog/check/flow-chart.ts'
import type { FlowProblem } from '../../../core/dialog/check/flow-problem.ts'
import type { House } from '../../../core/dialog/house.ts'
import { playTalk } from '../../../core/dialog/rehearse/play-talk.ts'
import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import { stageOf } from '../../../core/dialog/stage.ts'

export type FlowsIo = {
  readonly stdout: { write(text: string): unknown }
  /** The house of a district. Throws bad_flow when a flow has errors. */
  readonly house: (district: string) => Promise<House>
  /** Every problem of the flows in a folder (the shipped ones when none is named), warnings too. */
  readonly check: (folder: string | undefined) => Promise<readonly FlowProblem[]>
  /** Stored talks by file. */
  readonly talks: () => Promise<ReadonlyMap<string, readonly StoredTalk[]>>
}

const HELP = `hearth flows: looks after the dialog flows.

  check [FOLDER]   schema, targets, roads, conditions, consent, wording; one line a problem
  test             plays the stored talks of flows/tests
  graph FLOW       the flow as a Mermaid chart; --json: the state machine itself, for any viewer
  export           all flows of the house as one JSON bundle with its hash
  --district CODE  whose house it is (310105)      --json  a JSON line each
Exit code: 0, 1 when something is wrong, 2 for a wrong call.
`

const OPTIONS = {
  district: { type: 'string', default: '310105' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth flows`. */
export async function run(args: readonly string[], io: FlowsIo): Promise<number> {
  const call = callIn(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  switch (call.verb) {
    case 'check':
      return check(call, io)
    case 'test':
      return test(call, io)
    case 'graph':
      return graph(call, io)
    case 'export':
      return exported(call, io)
    default:
      io.stdout.write(HELP)
      return 2
  }
}

type Call = NonNullable<ReturnType<typeof callIn>>

function callIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    })
    return { ...values, verb: positionals[0], name: positionals[1] }
  } catch {
    return undefined
  }
}

async function check({ name, json }: Call, { stdout, check: checked }: FlowsIo): Promise<number> {
  const problems = await checked(name)
  for (const problem of problems) {
    const { level, code, flow, step, field, about } = problem
    const where = [flow, step, field].filter(Boolean).join('.')
    const line = json
      ? JSON.stringify(problem)
      : [level, code, where, about].filter(Boolean).join('  ')
    stdout.write(`${line}\n`)
  }
  return problems.some(({ level }) => level === 'error') ? 1 : 0
}

async function test({ district, json }: Call, io: FlowsIo): Promise<number> {
  const house = await io.house(district)
  let code = 0
  for (const [file, talks] of await io.talks()) {
    for (const talk of talks) {
      const { failures } = playTalk(house, talk)
      if (failures.length > 0) code = 1
      const sign = failures.length > 0 ? 'FAIL' : 'ok  '
      const line = json
        ? JSON.stringify({ file, talk: talk.name, failures })
        : [`${sign}  ${file}  ${talk.name}`, ...failures.map((each) => `      ${each}`)].join('\n')
      io.stdout.write(`${line}\n`)
    }
  }
  return code
}

async function graph({ district, json, name }: Call, io: FlowsIo): Promise<number> {
  const house = await io.house(district)
  const flow = house.bundles[house.current]?.flows[name ?? '']
  if (!flow) {
    io.stdout.write(`flows: ${Object.keys(house.bundles[house.current]?.flows ?? {}).join(' ')}\n`)
    return 2
  }
  const { machine } = stageOf(house, house.current, flow.id).ready
  const text = json ? JSON.stringify(machine.definition, null, 1) : flowChart(flow)
  io.stdout.write(`${text}\n`)
  return 0
}

async function exported({ district }: Call, io: FlowsIo): Promise<number> {
  const house = await io.house(district)
  io.stdout.write(`${JSON.stringify(house.bundles[house.current], null, 1)}\n`)
  return 0
}
