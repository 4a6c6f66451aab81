import { parseArgs } from 'node:util'
import { checkHouse } from '../../../core/dialog/check/check-bundle.ts'
import { flowChart } from '../../../core/dialog/check/flow-chart.ts'
import type { FlowProblem } from '../../../core/dialog/check/flow-problem.ts'
import type { House } from '../../../core/dialog/house.ts'
import { type Covered, coverageOf, sumOf } from '../../../core/dialog/rehearse/coverage.ts'
import { tellFailure } from '../../../core/dialog/rehearse/failure.ts'
import { playTalk } from '../../../core/dialog/rehearse/play-talk.ts'
import { type Walked, walkOf } from '../../../core/dialog/rehearse/walked.ts'
import { stageOf } from '../../../core/dialog/stage.ts'
import { isProblem } from '../../../core/errors.ts'
import { loadTalks, TALKS } from '../../stored-talks.ts'
import { type CarryIo, carryIn, carryOut } from './flows/carry.ts'

export type FlowsIo = CarryIo & {
  /** The house of a district. Throws bad_flow when a flow has errors. */
  readonly house: (district: string) => Promise<House>
}

const HELP = `hearth flows: looks after the dialog flows.

  check            schema, targets, roads, conditions, consent, wording; one line a problem
  test [FOLDER]    plays the stored talks of flows/tests, or of another folder; then which steps and
                   options no talk comes by
  graph FLOW       the flow as a Mermaid chart; --json: the state machine itself, for any viewer
  export           all flows of the house as one JSON bundle with its hash
  import-xlsform FILE.xlsx            the questions of an XLSForm as a flow, on standard output
  import-rapidpro FILE.json           the flows of a RapidPro or TextIt export
  export-xlsform FLOW.yaml FILE.xlsx  the questions of a flow as an XLSForm
                   what could not be carried is told on standard error
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
    case 'import-xlsform':
    case 'import-rapidpro':
      return call.name ? carryIn(call.name, io) : wrongCall(io)
    case 'export-xlsform':
      return call.name && call.to ? carryOut(call.name, call.to, io) : wrongCall(io)
    default:
      return wrongCall(io)
  }
}

function wrongCall({ stdout }: FlowsIo): number {
  stdout.write(HELP)
  return 2
}

type Call = NonNullable<ReturnType<typeof callIn>>

function callIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
    })
    return { ...values, verb: positionals[0], name: positionals[1], to: positionals[2] }
  } catch {
    return undefined
  }
}

async function check({ district, json }: Call, io: FlowsIo): Promise<number> {
  const problems = await problemsOf(district, io)
  for (const problem of problems) {
    const { level, code, flow, step, field, about } = problem
    const where = [flow, step, field].filter(Boolean).join('.')
    const line = json
      ? JSON.stringify(problem)
      : [level, code, where, about].filter(Boolean).join('  ')
    io.stdout.write(`${line}\n`)
  }
  if (problems.length === 0 && !json) io.stdout.write('no problems\n')
  return problems.some(({ level }) => level === 'error') ? 1 : 0
}

/** Errors keep a house from standing: they come as bad_flow, with their places. */
async function problemsOf(district: string, { house }: FlowsIo): Promise<readonly FlowProblem[]> {
  try {
    return checkHouse(await house(district))
  } catch (error) {
    if (!isProblem(error) || error.code !== 'bad_flow') throw error
    const { problems, file, says } = error.details
    if (Array.isArray(problems) && !file) return problems as readonly FlowProblem[]
    const about = JSON.stringify(problems ?? says ?? '')
    return [{ level: 'error', code: 'unreadable', flow: String(file ?? ''), about }]
  }
}

async function test({ district, json, name }: Call, io: FlowsIo): Promise<number> {
  const house = await io.house(district)
  const walks: (readonly Walked[])[] = []
  let code = 0
  for (const [file, talks] of await loadTalks(name ?? TALKS)) {
    for (const talk of talks) {
      const played = playTalk(house, talk)
      const failures = played.failures.map(tellFailure)
      walks.push(walkOf(played.sessions))
      if (failures.length > 0) code = 1
      const sign = failures.length > 0 ? 'FAIL' : 'ok  '
      const line = json
        ? JSON.stringify({ file, talk: talk.name, failures })
        : [`${sign}  ${file}  ${talk.name}`, ...failures.map((each) => `      ${each}`)].join('\n')
      io.stdout.write(`${line}\n`)
    }
  }
  const bundle = house.bundles[house.current]
  if (bundle) tellCoverage(coverageOf(bundle, walks), json, io)
  return code
}

/** What no talk comes by, a flow a line; then the sum. */
function tellCoverage(covered: readonly Covered[], json: boolean, { stdout }: FlowsIo): void {
  const { steps, options } = sumOf(covered)
  const open = covered.flatMap(({ flow, step, talks, options: own }) => [
    ...(talks.length === 0 ? [{ flow, at: step }] : []),
    ...own
      .filter((each) => each.talks.length === 0)
      .map(({ key }) => ({ flow, at: `${step}#${key}` })),
  ])
  if (json) {
    stdout.write(`${JSON.stringify({ coverage: { steps, options, open } })}\n`)
    return
  }
  for (const flow of new Set(open.map((each) => each.flow))) {
    const places = open.filter((each) => each.flow === flow).map(({ at }) => at)
    stdout.write(`not tried  ${flow}  ${places.join(' ')}\n`)
  }
  stdout.write(`talks come by ${steps.join(' of ')} steps and ${options.join(' of ')} options\n`)
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
