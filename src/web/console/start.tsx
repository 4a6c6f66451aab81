import { createRoot } from 'react-dom/client'
import { trustStyles } from '../shared/trust-styles.ts'
import { App } from './app.tsx'

/** Draws the console into the page that the server sent. */
export function start(root: HTMLElement): void {
  const nonce = root.nonce ?? ''
  trustStyles(nonce)
  createRoot(root).render(<App nonce={nonce} csrf={root.dataset.csrf ?? ''} />)
}
