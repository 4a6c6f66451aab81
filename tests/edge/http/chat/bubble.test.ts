import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Message } from '../../../../src/core/contract/message.ts'
import { numbered } from '../../../../src/core/events/outgoing.ts'
import { answers } from '../../../../src/edge/http/chat/answers.ts'
import { bubbles } from '../../../../src/edge/http/chat/bubble.ts'
import type { ChatView } from '../../../../src/edge/http/chat/view.ts'
import { loadTexts } from '../../../../src/edge/sources/texts.ts'

const texts = await loadTexts(resolve(import.meta.dirname, '../../../../locales/zh-CN'), 'page')

const said = (message: Partial<Message>): ChatView => ({
  talk: 't',
  messages: [{ seq: 1, id: 'm', from: 'bot', text: '', at: '2026-11-20T10:00:00Z', ...message }],
  size: 'normal',
  language: undefined,
  id: () => 'i',
})

const OPTIONS = [
  { id: 'summary#send', label: '好，交上去' },
  { id: 'summary#stop', label: '先不交了' },
]

test.each([
  [false, '<b>1</b> 好，交上去</button>'],
  [true, 'data-label="好，交上去">好，交上去</button>'],
])(
  'options that have no number in the text (%s) have none on their buttons',
  (unnumbered, button) => {
    const options = OPTIONS.map((option) => ({ ...option, unnumbered }))
    const text = numbered({
      from: 'bot',
      text: '1 电话：138****8000\n您看看对不对？',
      options,
      urgency: 'question',
    })
    const shown = answers(said({ text, options: OPTIONS }), texts)
    expect(shown ? shown.html : '').toContain(button)
  },
)

test.each([
  ['bot', '电话记下了：138 0013 8000。', false],
  ['adviser', '我的手机是 138 0013 8000。', true],
  ['bot', '请打 12345，或者 021-62520000。', true],
] as const)('in what the %s says, %s, there is something to call: %s', (from, text, isThere) => {
  const [bubble] = bubbles(said({ from, text }), texts)
  expect(bubble?.html.includes('href="tel:')).toBe(isThere)
})
