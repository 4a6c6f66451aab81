import { document } from '../document.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import type { Session } from './session.ts'

/** What those who work here open: the desk, and the flow studio (流程工作室). */
export const ROOMS = ['console', 'studio'] as const

const TITLES = { console: 'name', studio: 'nav.studio' } as const

/** An empty room: its script furnishes it. */
export function shellPage(
  gate: Gate,
  room: (typeof ROOMS)[number],
  { csrf }: Session,
  nonce: string,
): Html {
  const { say } = gate.texts.console
  const bundle = gate.assets[room]
  return document({
    title: say(TITLES[room]),
    bundle,
    body: html`<div id="${room}" data-csrf="${csrf}" nonce="${nonce}">
<main class="narrow"><h1>${say(TITLES[room])}</h1>
<p role="status">${bundle.script === null ? say('stuck.not_built') : say('stuck.opening')}</p>
<p id="stuck" role="alert" hidden>${say('stuck.no_files')}</p>
<noscript><p>${say('stuck.no_script')}</p></noscript></main></div>`,
  })
}
