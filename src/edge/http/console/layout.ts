import { document } from '../document.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import type { Session } from './session.ts'

/** The frame of every page behind the sign-in. */
export function layout(
  gate: Gate,
  session: Session,
  page: { readonly title: string; readonly body: Fragment },
): Html {
  const { say } = gate.texts.console
  const { staff, csrf } = session
  return document({
    title: `${page.title} · ${say('name')}`,
    bundle: gate.assets.console,
    body: html`<a class="skip" href="#main">${say('skip')}</a>
<header>
<strong>${say('name')}</strong>
<nav aria-label="${say('nav.label')}"><a href="/console/queue">${say('nav.queue')}</a></nav>
<span>${placesOf(gate, staff.streets)} ${say('nav.as', { name: staff.name, role: say(`role.${staff.role}`) })}</span>
<form method="post" action="/console/sign-out">${hiddenField('csrf', csrf)}<button class="plain">${say('nav.sign_out')}</button></form>
</header>
<main id="main" tabindex="-1">
${page.body}
</main>`,
  })
}

export const hiddenField = (name: string, value: string | number) =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** Where the script says that there is something new; `stream` is where it hears so. */
export const newsLine = (stream: string, news: string) =>
  html`<p id="news" role="status" data-stream="${stream}" data-news="${news}"></p>`

const placesOf = (gate: Gate, codes: readonly string[]) =>
  codes.map((code) => gate.placeName(code) ?? code).join(' ')
