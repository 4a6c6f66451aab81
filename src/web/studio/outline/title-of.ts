import { say } from '../step/texts.ts'
import { deedsIn, type Row } from './rows.ts'

/** What a step is called on a screen: its words, what it does, or its id. */
export function titleOf({ title, value, id }: Extract<Row, { is: 'step' }>): string {
  const deeds = deedsIn(value).map((deed) => say(`deed.${deed}`))
  return title || deeds.join(say('comma')) || id
}
