import type { Config } from '../edge/config.ts'
import { HOME_DISTRICT } from './home.ts'

export type Command = {
  readonly says: string
  readonly run: (args: readonly string[]) => Promise<number>
}

const { stdin, stdout } = process

/** Every command loads only what it needs, so that `hearth locate` starts fast. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    says: 'runs the house: chat, console, API',
    run: async (args) => (await import('./serve.ts')).serve(args, await config()),
  },
  migrate: {
    says: 'brings the database up to date',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/migrate.ts')
      const { migrateStorage } = await import('./storage-commands.ts')
      return run(args, { stdout, migrate: async () => migrateStorage(await config()) })
    },
  },
  seed: {
    says: 'fills the store with the invented district of the demonstration',
    run: async (args) => (await import('./seed.ts')).runSeed(args, await config()),
  },
  understand: {
    says: 'what messages say (JSON Lines)',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/understand.ts')
      const { loadHouse } = await import('../edge/sources/house.ts')
      const knowledge = async () => (await loadHouse(HOME_DISTRICT)).knowledge
      return run(args, { stdin, stdout, knowledge, now: Date.now })
    },
  },
  train: {
    says: 'rebuilds the weights of the danger model from the example sentences',
    run: async (args) => (await import('./train.ts')).runTrain(args),
  },
  locate: {
    says: 'which street and committee texts speak of (JSON Lines)',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/locate.ts')
      const { loadGazetteer } = await import('./storage-commands.ts')
      return run(args, { stdin, stdout, places: loadGazetteer })
    },
  },
  assess: {
    says: 'points and grade of answers (JSON Lines)',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/assess.ts')
      const { assessIo } = await import('./storage-commands.ts')
      return run(args, await assessIo())
    },
  },
  talk: {
    says: 'a chat in the terminal; plays and records stored talks',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/talk.ts')
      const { loadHouse } = await import('../edge/sources/house.ts')
      return run(args, { stdin, stdout, house: loadHouse, now: Date.now })
    },
  },
  flows: {
    says: 'check, test, graph, export or import the dialog flows',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/flows.ts')
      const { loadHouse } = await import('../edge/sources/house.ts')
      const { carrying } = await import('../edge/sources/carry-flows.ts')
      return run(args, { stdout, stderr: process.stderr, house: loadHouse, carrying })
    },
  },
  documents: {
    says: 'carries flows, parameters and lexicons between files and the database',
    run: async (args) => (await import('./carry-documents.ts')).runDocuments(args, await config()),
  },
  queue: {
    says: 'open cases for operators, without personal data (JSON Lines)',
    run: async (args) => (await import('./storage-commands.ts')).runQueue(args, await config()),
  },
  channels: {
    says: 'which channels are on, what is missing, how they fare',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/channels.ts')
      const { channelLines } = await import('../edge/cli/channel-lines.ts')
      return run(args, { stdout, channels: () => channelLines(process.env) })
    },
  },
  staff: {
    says: 'adds or lists the people who may sign in',
    run: async (args) => (await import('./staff.ts')).runStaff(args, await config()),
  },
  ledger: {
    says: 'the ledger of a month (台账) as CSV, with its purpose',
    run: async (args) => (await import('./ledger.ts')).runLedger(args, await config()),
  },
  doctor: {
    says: 'is this house fit to run?',
    run: async (args) => (await import('./storage-commands.ts')).runDoctor(args, await config()),
  },
  'places proposals': {
    says: 'what cases placed by hand could teach the house (JSON Lines)',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/places-proposals.ts')
      const { loadGazetteer, loadProposals } = await import('./storage-commands.ts')
      const proposals = async () => loadProposals(await config())
      return run(args, { stdout, places: loadGazetteer, proposals })
    },
  },
  'audit verify': {
    says: 'is the record of who did what unbroken?',
    run: async (args) => (await import('./storage-commands.ts')).runAudit(args, await config()),
  },
  'keys rotate': {
    says: 'wraps every data key anew with the current key of HEARTH_KEYS',
    run: async (args) => (await import('./storage-commands.ts')).runRotation(args, await config()),
  },
  'bench turns': {
    says: 'durable turns beside bare updates',
    run: async (args) => (await import('./bench.ts')).runBenchTurns(args),
  },
  'bench webhooks': {
    says: 'signed events of a platform at a steady rate beside a bare insert',
    run: async (args) => (await import('./bench-webhooks.ts')).runBenchWebhooks(args),
  },
  'bench desk': {
    says: 'how long a hundred advisers wait among 20,000 cases',
    run: async (args) => (await import('./bench-desk.ts')).runBenchDesk(args),
  },
  'bench understand': {
    says: 'answers heard, speed and memory of understanding',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/bench-understand.ts')
      const { loadHouse } = await import('../edge/sources/house.ts')
      return run(args, {
        stdout,
        knowledge: async () => (await loadHouse(HOME_DISTRICT)).knowledge,
      })
    },
  },
  'bench studio': {
    says: 'how long a check takes while a flow of 1,000 steps is edited',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/bench-studio.ts')
      const { loadHouse } = await import('../edge/sources/house.ts')
      const house = await loadHouse(HOME_DISTRICT)
      return run(args, {
        stdout,
        flows: async () => Object.values(house.bundles[house.current]?.written ?? {}),
        wording: async () => house.wording,
      })
    },
  },
  'bench adaptive': {
    says: 'questions saved by asking only what can change the grade',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/bench-adaptive.ts')
      const { assessIo } = await import('./storage-commands.ts')
      return run(args, await assessIo())
    },
  },
  'bench weights': {
    says: 'how long it takes to tell whom a change of weights would move',
    run: async (args) => {
      const { run } = await import('../edge/cli/commands/bench-weights.ts')
      const { assessIo } = await import('./storage-commands.ts')
      return run(args, await assessIo())
    },
  },
}

export const HELP = `hearth: the online help channel of the neighbourhood warm hearth stations (民生暖心屋)

usage: npm run -s hearth -- <command> [options]      each command has --help

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(20)}${says}`)
  .join('\n')}
`

async function config(): Promise<Config> {
  const { readConfig } = await import('../edge/config.ts')
  return readConfig(process.env)
}
