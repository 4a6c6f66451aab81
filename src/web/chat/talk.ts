import type { Message } from '../../core/contract/message.ts'
import { openQuestion } from '../../core/contract/open-question.ts'
import { createAnswers } from './answers.ts'
import { createLog } from './log.ts'
import { createNewsButton } from './news.ts'
import type { Say } from './say.ts'

/** Log and answers together: what was said, and what can be said now. */
export function createTalk(say: Say) {
  const log = createLog(say)
  const answers = createAnswers(say)
  const news = createNewsButton(say('state.fresh'))
  const added: Message[] = []

  const askNow = () => {
    if (log.isWaiting()) return
    const open = openQuestion(added)
    // Nothing new was asked, nothing was answered: what the server wrote stays.
    if (open < 0 && !added.some(({ from }) => from === 'resident' || from === 'adviser')) return
    answers.show(added[open])
  }
  const take = (message: Message): boolean => {
    if (!log.add(message)) return false
    added.push(message)
    added.sort((a, b) => a.seq - b.seq)
    return true
  }

  return {
    ...log,
    /** The reply to what was just sent from here; the stream may have brought it already. */
    replied: (messages: readonly Message[]): void => {
      messages.forEach(take)
      askNow()
      if (messages.length > 0) log.showNewest()
    },
    /** From elsewhere: an adviser, another tab, the clock. The page does not jump under the reader. */
    heard: (message: Message): void => {
      if (!take(message)) return
      askNow()
      if (message.from !== 'resident') news.offer(message.seq)
    },
    /** Words on their way: the question is put away with its buttons. */
    said: (shown: string): void => {
      log.keep(answers.take())
      log.mine(shown)
    },
  }
}
