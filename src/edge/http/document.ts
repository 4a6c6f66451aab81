import type { FastifyReply } from 'fastify'
import type { Bundle } from './assets.ts'
import { type Fragment, type Html, html } from './html.ts'

/** The frame of every page. */
export function document(page: {
  readonly title: string
  readonly bundle: Bundle
  readonly body: Fragment
  /** Class of the root element, for the size of letters. */
  readonly look?: string
  /** Chinese where nothing is said. */
  readonly language?: string | undefined
}): Html {
  const { title, bundle, body, look, language } = page
  return html`<!doctype html>
<html lang="${language ?? 'zh-CN'}" class="${look ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="data:,">
${bundle.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${(bundle.parts ?? []).map((href) => html`<link rel="modulepreload" href="${href}">`)}
${bundle.script !== null && html`<script type="module" src="${bundle.script}"></script>`}
</head>
<body>
${body}
</body>
</html>
`
}

export function sendPage(reply: FastifyReply, page: Html) {
  return reply.type('text/html; charset=utf-8').send(page.html)
}
