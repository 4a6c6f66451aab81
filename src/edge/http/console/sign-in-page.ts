import { document } from '../document.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'

type Ask = {
  /** Where to go afterwards: a path of console or studio. */
  readonly to: string
  readonly wrong?: boolean
}

export function signInPage(gate: Gate, { to, wrong = false }: Ask): Html {
  const { say } = gate.texts.console
  return document({
    title: say('sign_in.title'),
    bundle: gate.assets.console,
    body: html`<main class="narrow">
<h1>${say('sign_in.title')}</h1>
${wrong && html`<p class="note" role="alert">${say('sign_in.wrong')}</p>`}
<form method="post" action="/console/sign-in">
<input type="hidden" name="to" value="${to}">
<label for="login">${say('sign_in.login')}</label>
<input id="login" name="login" autocomplete="username" required maxlength="100">
<label for="password">${say('sign_in.password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
<button>${say('sign_in.go')}</button>
</form></main>`,
  })
}
