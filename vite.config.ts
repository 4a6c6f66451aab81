import { defineConfig } from 'vite'

/** The browser's side. Names carry a hash, so that they may be kept for ever. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    /** Old phones and office browsers: Chromium 87 (WeChat's XWeb of 2021) and Safari 14. */
    target: ['chrome87', 'safari14'],
    rollupOptions: { input: ['src/web/chat/chat.ts', 'src/web/console/console.ts'] },
  },
})
