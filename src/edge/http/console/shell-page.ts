import { document } from '../document.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import type { Session } from './session.ts'

/** The empty house of the console: its script furnishes it. */
export function shellPage(gate: Gate, session: Session, nonce: string): Html {
  const { say } = gate.texts.console
  const missing = gate.assets.console.script === null
  return document({
    title: say('name'),
    bundle: gate.assets.console,
    body: html`<div id="console" data-csrf="${session.csrf}" nonce="${nonce}">
<main class="narrow"><h1>${say('name')}</h1>
<p role="status">${missing ? say('stuck.not_built') : say('stuck.opening')}</p>
<p id="stuck" role="alert" hidden>${say('stuck.no_files')}</p>
<noscript><p>${say('stuck.no_script')}</p></noscript></main></div>`,
  })
}
