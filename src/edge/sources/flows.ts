import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseDocument } from 'yaml'
import { checkBundle } from '../../core/dialog/check/check-bundle.ts'
import { bundleOf, type FlowBundle } from '../../core/dialog/flow/flow-bundle.ts'
import { type Flow, flowSchema } from '../../core/dialog/flow/schema.ts'
import { problem } from '../../core/errors.ts'

/** All flows of a folder as one bundle. Throws bad_flow with every problem and its place. */
export async function loadFlows(folder: string): Promise<FlowBundle> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  const flows = await Promise.all(
    names.map(async (name) => readFlow(await readFile(join(folder, name), 'utf8'), name)),
  )
  return soundBundle(flows)
}

/** One flow from the text of its file; `file` names it in problems. */
export function readFlow(text: string, file: string): Flow {
  const document = parseDocument(text, { prettyErrors: true })
  const [broken] = document.errors
  if (broken) throw problem('bad_flow', { file: basename(file), says: broken.message })
  const checked = flowSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (checked.success) return checked.data
  const problems = checked.error.issues.slice(0, 20).map(({ path, message }) => ({
    field: path.join('.'),
    says: message,
  }))
  throw problem('bad_flow', { file: basename(file), problems })
}

/** Flows that are published together, under the hash of their content. Throws bad_flow on an error. */
function soundBundle(flows: readonly Flow[]): FlowBundle {
  const bundle = bundleOf(hashOf(flows), flows)
  const errors = checkBundle(bundle).filter(({ level }) => level === 'error')
  if (errors.length > 0) throw problem('bad_flow', { problems: errors })
  return bundle
}

/** A bundle as it is stored for those who still stand on it. */
export const bundleSource = ({ written }: FlowBundle): string => JSON.stringify(written)

/** A stored bundle; what does not fit its schema any more is refused, with its hash. */
export function readBundle(hash: string, source: string): FlowBundle {
  const flows = Object.entries(JSON.parse(source) as Record<string, unknown>).map(([id, flow]) => {
    const checked = flowSchema.safeParse(flow)
    if (!checked.success) throw problem('bad_flow', { bundle: hash, flow: id }, checked.error)
    return checked.data
  })
  return bundleOf(hash, flows)
}

function hashOf(flows: readonly Flow[]): string {
  const sorted = flows
    .map((flow) => [flow.id, flow] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
