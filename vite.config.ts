import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { parse } from 'yaml'

/** The browser's side. Names carry a hash, so that they may be kept for ever. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  plugins: [texts(), chatAlone(), react()],
  worker: { plugins: () => [texts()] },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    /** Old phones and office browsers: Chromium 87 (WeChat's XWeb of 2021) and Safari 14. */
    target: ['chrome87', 'safari14'],
    chunkSizeWarningLimit: 1_500,
    rollupOptions: { input: ['chat', 'console', 'studio', 'demo'].map((each) => `src/web/${each}/${each}.ts`) },
  },
})

/** Files of texts are part of the bundle that shows them, with flat keys: `queue.title`. */
function texts(): Plugin {
  return {
    name: 'hearth-texts',
    transform: (code, id) =>
      id.endsWith('.yaml')
        ? { code: `export default ${JSON.stringify(flat(parse(code)))}`, map: null }
        : null,
  }
}

function flat(tree: object, prefix = ''): Record<string, string> {
  const pairs = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
  )
  return Object.fromEntries(pairs)
}

/**
 * The resident page gets copies of its own of what both sides use: one small file instead of several
 * that an old phone would have to fetch one after the other.
 */
function chatAlone(): Plugin {
  return {
    name: 'hearth-chat-alone',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer?.includes('/src/web/chat/') && !importer?.endsWith(OWN)) return null
      const found = await this.resolve(source, importer.replace(OWN, ''), { skipSelf: true })
      return found && SHARED.test(found.id) ? { ...found, id: found.id + OWN } : found
    },
  }
}

const OWN = '?chat'

const SHARED = /\/src\/(core|web\/shared)\/.*\.ts$/
