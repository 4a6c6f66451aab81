import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { kindOf } from '../../core/contract/studio/document-kinds.ts'
import type { OverlayText } from '../../work/ports/documents.ts'
import { FOLDERS, type Folders } from './house.ts'

const TOPS = ['flows', 'locales', 'data'] as const

/** Every document of these folders that the studio edits, by its path in the house. */
export async function readDocuments(
  folders: Folders = FOLDERS,
): Promise<ReadonlyMap<string, string>> {
  const lists = await Promise.all(
    TOPS.map(async (top) => {
      const names = await readdir(folders[top], { recursive: true }).catch(noFolder)
      const inside = names.map((name) => `${top}/${name.replaceAll('\\', '/')}`)
      const paths = inside.filter((path) => kindOf(path) !== undefined)
      return Promise.all(
        paths.map(async (path) => {
          const text = await readFile(join(folders[top], path.slice(top.length + 1)), 'utf8')
          return [path, text] as const
        }),
      )
    }),
  )
  return new Map(lists.flat().toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A folder that holds the house as it is with these texts on top: all files as shipped, and the overlay written
 * over them. Its name is the hash of both, so that it is made once and never half (written aside, then renamed).
 */
export async function publishedFolders(
  home: string,
  overlay: readonly OverlayText[],
  folders: Folders = FOLDERS,
): Promise<Folders> {
  if (overlay.length === 0) return folders
  const shipped = await readDocuments(folders)
  const parts = [...shipped, ...overlay.map(({ path, text }) => [path, text] as const)]
  const folder = join(home, hashOfText(JSON.stringify(parts)).slice(0, 16))
  const names = await readdir(folder).catch(() => [])
  if (names.length === 0) await writeFolder(folder, overlay, folders)
  return foldersIn(folder)
}

export const foldersIn = (folder: string): Folders => ({
  flows: join(folder, 'flows'),
  locales: join(folder, 'locales'),
  data: join(folder, 'data'),
})

async function writeFolder(folder: string, overlay: readonly OverlayText[], from: Folders) {
  const aside = `${folder}.${process.pid}`
  await rm(aside, { recursive: true, force: true })
  await writeTexts(aside, from, new Map(overlay.map(({ path, text }) => [path, text])))
  // Another process may have made the same folder meanwhile: the same texts are in it.
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }))
}

/** Copies the house and writes these texts over it; null takes a file away. */
export async function writeTexts(
  folder: string,
  from: Folders,
  texts: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const top of TOPS) await cp(from[top], join(folder, top), { recursive: true })
  await writeDocuments(folder, texts)
}

/** Writes these texts as files, and nothing else. */
export async function writeDocuments(
  folder: string,
  texts: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const [path, text] of texts) {
    const file = join(folder, path)
    if (text === null) await rm(file, { force: true })
    else {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
  }
}

/** A folder that carries only some documents, flows alone for example. */
function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
