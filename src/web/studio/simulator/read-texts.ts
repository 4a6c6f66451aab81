import { parseDocument } from 'yaml'
import { type Flow, flowSchema } from '../../../core/dialog/flow/schema.ts'
import { type ReadTalk, readTalks } from '../../../core/dialog/rehearse/stored-talk.ts'

type ReadFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly says: string }

/** A flow from its text, or the first place where it does not have the form. */
export function readFlow(text: string): ReadFlow {
  const read = readYaml(text)
  if (!read.ok) return read
  const checked = flowSchema.safeParse(read.value)
  if (checked.success) return { ok: true, flow: checked.data }
  const [first] = checked.error.issues
  return { ok: false, says: `${first?.path.join('.') ?? ''} ${first?.message ?? ''}`.trim() }
}

/** The talks of a file; one that is no YAML is one talk that cannot be read. */
export function readTalkFile(text: string): readonly ReadTalk[] {
  const read = readYaml(text)
  return read.ok ? readTalks(read.value) : [{ ok: false, field: '1', says: read.says }]
}

type ReadYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly says: string }

/** Aliases could blow a small file up to any size: talks repeat a person's file by them, and no more than that. */
const MOST_ALIASES = 100

function readYaml(text: string): ReadYaml {
  const document = parseDocument(text, { prettyErrors: true })
  const [broken] = document.errors
  if (broken) return { ok: false, says: broken.message }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) }
  } catch (error) {
    return { ok: false, says: String(error) }
  }
}
