import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'

/** A text by its key, with `{name}` replaced by values. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export type Texts = {
  readonly say: Say
  readonly has: (key: string) => boolean
}

const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])))

type Tree = { readonly [key: string]: string | Tree }

/** Reads one file of texts, `locales/<language>/<name>.yaml`; nested keys are joined by dots. */
export async function loadTexts(folder: string, name: string): Promise<Texts> {
  const path = join(folder, `${name}.yaml`)
  const tree = Tree.safeParse(parse(await readFile(path, 'utf8')))
  if (!tree.success) throw problem('bad_data', { file: `${name}.yaml` }, tree.error)
  return textsOf(new Map(flat(tree.data, '')))
}

/** Texts of a language; what it does not have is said as in `base`. */
export async function loadTextsOver(base: Texts, folder: string, name: string): Promise<Texts> {
  const own = await loadTexts(folder, name)
  return {
    say: (key, values) => (own.has(key) ? own : base).say(key, values),
    has: (key) => own.has(key) || base.has(key),
  }
}

/** Texts by their flat keys. A key that is missing is our mistake: it shows itself at once. */
function textsOf(texts: ReadonlyMap<string, string>): Texts {
  const say: Say = (key, values = {}) => {
    const text = texts.get(key)
    if (text === undefined) throw problem('bad_data', { text: key })
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
  }
  return { say, has: (key) => texts.has(key) }
}

function flat(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}
