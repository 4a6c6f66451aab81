import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where sealed bytes lie: a folder a conversation, so that an erasure is one removal. */
export type Shelf = {
  /** Resolves when the bytes are on the disk, whole. */
  readonly put: (conversation: string, place: string, sealed: Buffer) => Promise<void>
  readonly get: (conversation: string, place: string) => Promise<Buffer | null>
  readonly remove: (conversation: string, place: string) => Promise<void>
  readonly removeAll: (conversation: string) => Promise<void>
}

/** `<folder>/<first byte>/<conversation>/<place>`, readable by this account alone. */
export function openShelf(folder: string): Shelf {
  const room = (conversation: string) => join(folder, conversation.slice(0, 2), conversation)
  return {
    put: (conversation, place, sealed) => putWhole(room(conversation), place, sealed),
    get: (conversation, place) =>
      readFile(join(room(conversation), place)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
    remove: (conversation, place) => rm(join(room(conversation), place), { force: true }),
    removeAll: (conversation) => rm(room(conversation), { recursive: true, force: true }),
  }
}

/** Written beside, flushed, and moved into its place: a killed program leaves no half file. */
async function putWhole(room: string, place: string, sealed: Buffer): Promise<void> {
  await mkdir(room, { recursive: true, mode: 0o700 })
  const draft = join(room, `${place}.${process.pid}.${performance.now()}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(sealed)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, join(room, place))
  await flush(room)
  await flush(dirname(room))
}

/** The name of a file is durable only when its folder is. */
async function flush(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}
