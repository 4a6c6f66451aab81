import multipart from '@fastify/multipart'
import { FILE_LIMIT, FILES_A_MESSAGE } from '../../../core/contract/limits.ts'
import type { App, Gate } from '../parts.ts'
import { sayForm } from './say-form.ts'
import { serveFiles } from './serve-file.ts'
import { upload } from './upload.ts'

/** A few more than are kept, so that the rest is refused with a sentence and not by a broken line. */
const FILES_READ = FILES_A_MESSAGE * 2

/** Bytes of a typed text: far more than is taken, so that one that is too long can be given back whole. */
const TYPED_LIMIT = 1_000_000

const LIMITS = {
  fileSize: FILE_LIMIT,
  files: FILES_READ,
  fields: 4,
  fieldSize: TYPED_LIMIT,
  fieldNameSize: 100,
  headerPairs: 20,
}

/** What comes in forms with files, and the way back out. Only these routes read such forms. */
export async function files(app: App, gate: Gate): Promise<void> {
  await app.register((inner, _options, done) => {
    void inner.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    upload(inner as App, gate)
    sayForm(inner as App, gate)
    done()
  })
  serveFiles(app, gate)
}
