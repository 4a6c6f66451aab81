import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { problem } from '../core/errors.ts'
import { ROLES } from '../core/people/role.ts'
import { systemClock } from '../edge/clock.ts'
import type { Config } from '../edge/config.ts'
import { createPasswords } from '../edge/http/console/passwords.ts'
import { systemIds } from '../edge/ids.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { HOME_DISTRICT } from './home.ts'

const HELP = `hearth staff: the people who may sign in to the console.

  staff list [--district 310105]
  staff add --login NAME --name 姓名 --role ${ROLES.join('|')} --streets 310105001,310105002
            [--district 310105]       reads the password from standard input, 12 characters or more
Exit code: 0, 2 for a wrong call.
`

/** As NIST SP 800-63B and the house's own rule: long, without forced change. */
const SHORTEST_PASSWORD = 12

/** `hearth staff`. */
export async function runStaff(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'adviser' },
      streets: { type: 'string', default: '' },
      district: { type: 'string', default: HOME_DISTRICT },
      help: { type: 'boolean', default: false },
    },
  })
  const [verb] = positionals
  if (values.help || (verb !== 'add' && verb !== 'list')) {
    process.stdout.write(HELP)
    return values.help ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
    if (verb === 'list') {
      for (const person of await book.listStaff(values.district)) {
        process.stdout.write(`${JSON.stringify(person)}\n`)
      }
      return 0
    }
    const { login, name } = values
    const role = ROLES.find((each) => each === values.role)
    if (!login || !name || !role) throw problem('bad_request', { needs: 'login, name, role' })
    const password = await readPassword()
    const streets = values.streets.split(',').filter(Boolean)
    const hash = await createPasswords().hash(password)
    const person = { login, name, role, district: values.district, streets, password: hash }
    await book.createStaff(person)
    process.stdout.write(`${login} may sign in\n`)
    return 0
  } finally {
    await storage.close()
  }
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  const password = process.stdin.isTTY ? await lines.question('password: ') : await firstLine(lines)
  lines.close()
  if (password.length >= SHORTEST_PASSWORD) return password
  throw problem('bad_request', { field: 'password', least: SHORTEST_PASSWORD })
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line
  return ''
}
