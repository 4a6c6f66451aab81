import type { Config } from '../edge/config.ts'
import type { Log } from '../edge/log.ts'
import { openSuggester } from '../edge/model-endpoint/open-suggester.ts'
import { findingsStore } from '../edge/storage/cases/tell-findings.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Files } from '../work/ports/files.ts'
import type { Helpers } from '../work/rounds/helpers.ts'

type With = {
  readonly config: Config
  readonly files: Files
  readonly log: Log
  readonly say: (line: string) => void
}

/** The optional helpers that the settings ask for, and which of them there are. Says what is on. */
export async function openHelpers(storage: Storage, { config, files, log, say }: With) {
  const { HEARTH_MODEL_URL: url, HEARTH_MODEL_KEY: key, HEARTH_MODEL_NAME: model } = config
  const suggester =
    url === undefined ? null : openSuggester({ url, key, model, log, now: Date.now })
  if (suggester) say('model      on: redacted stories go to HEARTH_MODEL_URL after consent')
  const reader = await openAskedReader(config, say)
  const helping: Helpers = {
    findings: findingsStore(storage.turn, storage.ring),
    files,
    ...(suggester ? { suggester } : {}),
    ...(reader ? { reader } : {}),
  }
  return { helping, has: { suggests: suggester !== null, reads: reader !== null } }
}

async function openAskedReader({ HEARTH_OCR }: Config, say: With['say']) {
  if (HEARTH_OCR === 'off') return null
  const { openReader } = await import('../edge/ocr/open-reader.ts')
  const reader = await openReader()
  say(
    reader
      ? 'photos     are read on this machine (tesseract)'
      : 'photos     are not read: tesseract.js or @tesseract.js-data/chi_sim is not installed',
  )
  return reader
}
