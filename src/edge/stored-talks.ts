import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { readTalks, type StoredTalk } from '../core/dialog/rehearse/stored-talk.ts'
import { problem } from '../core/errors.ts'

/** The talks that are shipped. */
export const TALKS = join(import.meta.dirname, '../../flows/tests')

/** The stored talks of a folder, by the name of their file. */
export async function loadTalks(folder: string): Promise<ReadonlyMap<string, StoredTalk[]>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  const files = await Promise.all(names.map(async (name) => loadTalkFile(join(folder, name))))
  return new Map(names.map((name, at) => [name, files[at] ?? []]))
}

/** One file: a list of talks, or a single one. Throws bad_talk naming the talk and the field. */
export async function loadTalkFile(path: string): Promise<StoredTalk[]> {
  const read: unknown = parse(await readFile(path, 'utf8'))
  return readTalks(read).map((each) => {
    if (each.ok) return each.talk
    throw problem('bad_talk', { file: basename(path), field: each.field, says: each.says })
  })
}
