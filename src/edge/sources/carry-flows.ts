import { stringify } from 'yaml'
import type { FlowDraft } from '../../core/dialog/carry/flow-draft.ts'
import { fromRapidpro } from '../../core/dialog/carry/from-rapidpro.ts'
import { fromXlsform } from '../../core/dialog/carry/from-xlsform.ts'
import { olderRapidproFile, rapidproFile } from '../../core/dialog/carry/rapidpro/rapidpro-file.ts'
import { toXlsform } from '../../core/dialog/carry/to-xlsform.ts'
import { problem } from '../../core/errors.ts'
import type { CarriedFlow, Carrying } from '../../work/ports/carrying.ts'
import { readFlow } from './flows.ts'
import { readSheets, writeSheets } from './sheets.ts'

/** Flows from and to the files of other programs. */
export const carrying: Carrying = {
  read: async (name, bytes) => {
    if (/\.json$/i.test(name)) return readRapidpro(bytes).map(carriedOf)
    return [carriedOf(fromXlsform(await readSheets(bytes)))]
  },
  write: async (text) => {
    const { sheets, left } = toXlsform(readFlow(text, 'flow'))
    return { bytes: await writeSheets(sheets), left }
  },
}

function readRapidpro(bytes: Uint8Array): readonly FlowDraft[] {
  const given = parsed(bytes)
  if (olderRapidproFile.safeParse(given).success)
    throw problem('bad_request', { field: 'data.older' })
  const file = rapidproFile.safeParse(given)
  if (!file.success) throw problem('bad_request', { field: 'data.no_flows' }, file.error)
  return file.data.map(fromRapidpro)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

const carriedOf = ({ file, flow, left }: FlowDraft): CarriedFlow => ({
  path: `flows/${file}.yaml`,
  text: `# yaml-language-server: $schema=./flow.schema.json\n${stringify(flow, { lineWidth: 0 })}`,
  left,
})
