import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Where the pages find their script and style, with hashed names. */
export type Assets = {
  readonly chat: Bundle
  readonly console: Bundle
  readonly studio: Bundle
  readonly demo: Bundle
}

export type Bundle = {
  readonly script: string | null
  readonly styles: readonly string[]
  /** Files that the script asks for at once: fetched beside it, not after it. */
  readonly parts?: readonly string[]
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
)

/** Address under which dist/web is served. */
export const ASSETS = '/assets/'

/** Reads what vite wrote. Without a build the pages work all the same, plain. */
export async function loadAssets(folder: string): Promise<Assets> {
  const text = await readFile(join(folder, '.vite/manifest.json'), 'utf8').catch(() => '{}')
  const manifest = Manifest.parse(JSON.parse(text))
  const bundle = (entry: string): Bundle => {
    const found = manifest[entry]
    if (!found) return { script: null, styles: [] }
    const at = (file: string) => `/${file}`
    const parts = (found.imports ?? []).flatMap((name) => manifest[name]?.file ?? [])
    return { script: at(found.file), styles: (found.css ?? []).map(at), parts: parts.map(at) }
  }
  return {
    chat: bundle('src/web/chat/chat.ts'),
    console: bundle('src/web/console/console.ts'),
    studio: bundle('src/web/studio/studio.ts'),
    demo: bundle('src/web/demo/demo.ts'),
  }
}
