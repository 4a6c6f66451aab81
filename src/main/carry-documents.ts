import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { problem } from '../core/errors.ts'
import { systemClock } from '../edge/clock.ts'
import type { Config } from '../edge/config.ts'
import { systemIds } from '../edge/ids.ts'
import { documentFiles } from '../edge/sources/check-documents.ts'
import { foldersIn, readDocuments, writeDocuments } from '../edge/sources/document-texts.ts'
import { loadHouse } from '../edge/sources/house.ts'
import { documentStore } from '../edge/storage/documents/document-store.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { staffStore } from '../edge/storage/staff-store.ts'
import { importTexts, textsInForce } from '../work/office/studio/carry-texts.ts'
import { publisherOf } from '../work/office/studio/keep-house.ts'
import { HOME_DISTRICT } from './home.ts'

const HELP = `hearth documents: carries flows, talks, parameters, lexicons … between files and the database.

  documents export FOLDER               writes all documents as they are in force, byte by byte
  documents import FOLDER --as LOGIN    files that differ from what is in force become drafts of that admin
Nothing that is imported is in force before it is submitted and approved: docs/how-to/change-a-dialog.md.
Exit code: 0, 1 when somebody is changing a document in another way (it is left as it is), 2 for a wrong call.
`

/** `hearth documents`. */
export async function runDocuments(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { as: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [verb, folder] = positionals
  const isCall = folder && (verb === 'export' || (verb === 'import' && values.as))
  if (values.help || !isCall) {
    process.stdout.write(HELP)
    return values.help ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    const house = await loadHouse(HOME_DISTRICT)
    const documents = documentStore({ pool: storage.desk, clock: systemClock })
    const parts = { documents, files: documentFiles(() => house) }
    if (verb === 'export') {
      const texts = await textsInForce(parts, publisherOf(HOME_DISTRICT))
      await writeDocuments(folder, texts)
      process.stdout.write(`${texts.size} documents in ${join(folder)}\n`)
      return 0
    }
    const book = staffStore({ pool: storage.desk, clock: systemClock, ids: systemIds })
    const staff = (await book.listStaff(HOME_DISTRICT)).find(({ login }) => login === values.as)
    if (!staff) throw problem('not_found', { login: values.as })
    const files = await readDocuments(foldersIn(folder))
    const { drafted, conflicts } = await importTexts(parts, staff, files)
    for (const path of drafted) process.stdout.write(`draft     ${path}\n`)
    for (const path of conflicts) process.stdout.write(`conflict  ${path}\n`)
    return conflicts.length > 0 ? 1 : 0
  } finally {
    await storage.close()
  }
}
