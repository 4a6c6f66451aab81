import type { Vocabulary } from '../conditions/read-out.ts'
import { say } from '../step/texts.ts'
import type { StepValue } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { deedsIn, type Row } from './rows.ts'

/** What a step is called on a screen: its words, what it does, or its id. */
export function titleOf(
  { title, value, id }: Extract<Row, { is: 'step' }>,
  { parts }: Pick<Vocabulary, 'parts'>,
): string {
  if (typeof value.run === 'string') return callTitle(value, parts)
  const deeds = deedsIn(value).map((deed) => say(`deed.${deed}`))
  const said = title || deeds.join(say('comma')) || id
  const others = isRecord(value.wordings) ? Object.keys(value.wordings).length : 0
  return others === 0 ? said : say('wording.title', { title: said, count: others + 1 })
}

/** The name of the part, and what it is told to say. */
function callTitle({ run, with: told }: StepValue, parts: Vocabulary['parts']): string {
  const title = parts[String(run)] ?? String(run)
  const words = Object.values(isRecord(told) ? told : {}).find((each) => typeof each === 'string')
  return typeof words === 'string' ? say('run.told', { title, words }) : title
}
