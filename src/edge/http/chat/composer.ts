import { type Html, html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ChatView } from './view.ts'

/** Not HEIC: where a list names no such kind, iPhones turn their photos into JPEG by themselves. */
const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf,audio/*'

/** Where a resident writes. Words and files go in one form, so that sending one never loses the other. */
export function composer({ draft, note, id }: ChatView, { say }: Texts): Html {
  return html`<form class="composer" method="post" action="/chat/say#note" enctype="multipart/form-data" data-say>
${note !== undefined && html`<p class="note" id="note" role="alert">${note}</p>`}
<label for="text">${say('say.label')}</label>
<p class="small" id="hint">${say('say.hint')}</p>
<input type="hidden" name="id" value="${id()}">
<div class="line"><textarea id="text" name="text" rows="2" aria-describedby="hint" autocomplete="off">${draft ?? ''}</textarea>
<button class="send">${say('say.send')}</button></div>
<div id="tools"><label class="photo">${say('files.choose')} <input type="file" id="files" name="files" accept="${ACCEPT}" multiple></label></div>
</form>`
}
