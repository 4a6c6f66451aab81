import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Reader } from '../../work/ports/reader.ts'

/**
 * Tesseract with the words of simplified Chinese, both optional packages from this machine: nothing is
 * fetched from anywhere. One picture at a time, in a thread of its own that is started with the first.
 * Null when the packages are not installed.
 */
export async function openReader(): Promise<Reader | null> {
  const langPath = wordsFolder()
  const tesseract = langPath && (await import('tesseract.js').catch(() => null))
  if (!tesseract || !langPath) return null
  let worker: ReturnType<typeof tesseract.createWorker> | null = null
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()
  const start = () => {
    const options = { langPath, gzip: true, cacheMethod: 'none', errorHandler: () => {} }
    worker ??= tesseract.createWorker('chi_sim', tesseract.OEM.LSTM_ONLY, options)
    return worker
  }
  const close = async () => {
    const open = await worker?.catch(() => null)
    worker = null
    await open?.terminate()
  }
  const read = async (picture: Uint8Array): Promise<readonly string[]> => {
    if (stopped) return []
    try {
      const { data } = await within(PATIENCE, (await start()).recognize(Buffer.from(picture)))
      return data.text.split('\n').filter((line) => line.trim() !== '')
    } catch {
      // A picture that cannot be read, or a thread that died over it: the next begins anew.
      await close().catch(() => {})
      return []
    }
  }
  return {
    read: (picture) => {
      const reading = last.then(() => read(picture))
      last = reading
      return reading
    },
    close: () => {
      stopped = true
      return close()
    },
  }
}

/** A full page takes some seconds on one core; what takes longer is no bill. */
const PATIENCE = 60_000

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // A house that stops does not wait for it.
    const timer = setTimeout(() => reject(new Error('too slow')), ms).unref()
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function wordsFolder(): string | null {
  try {
    const { resolve } = createRequire(import.meta.url)
    return join(dirname(resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0_best_int')
  } catch {
    return null
  }
}
