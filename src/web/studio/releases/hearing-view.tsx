import type { z } from 'zod'
import type { Checked } from '../../../core/contract/studio/documents.ts'
import { deskSay } from '../desk-words.ts'
import { say } from './texts.ts'

type Hearing = NonNullable<z.infer<typeof Checked>['hearing']>
type Change = Hearing['changes'][number]

/** Example lines that new words for hearing understand otherwise, danger first. */
export function HearingView({ hearing }: { readonly hearing: Hearing }) {
  const { lines, counts, changes } = hearing
  const some = counts.filter((each) => each.lines > 0)
  const all = some.reduce((sum, each) => sum + each.lines, 0)
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{say('hearing.title')}</h2>
      <p className="soft">{say('hearing.about', { lines })}</p>
      {all === 0 && <p>{say('hearing.same')}</p>}
      {all > 0 && (
        <>
          <dl className="replay-counts">
            {some.map((each) => (
              <div key={each.kind}>
                <dt>{say(`hearing.${each.kind}`)}</dt>
                <dd className={GRAVE.has(each.kind) ? 'some' : ''}>{each.lines}</dd>
              </div>
            ))}
          </dl>
          <table className="documents">
            <thead>
              <tr>
                <th scope="col">{say('hearing.line')}</th>
                <th scope="col">{say('hearing.was')}</th>
                <th scope="col">{say('hearing.is')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ kind, text, was, is }) => (
                <tr key={text}>
                  <td className={GRAVE.has(kind) ? 'bad' : ''}>{text}</td>
                  <td>{wordsOf(was)}</td>
                  <td>{wordsOf(is)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {all > changes.length && (
            <p className="soft">{say('hearing.more', { shown: changes.length })}</p>
          )}
        </>
      )}
    </section>
  )
}

const GRAVE: ReadonlySet<string> = new Set([
  ...['danger_lost', 'rule_lost', 'danger_lower', 'alarm_new'],
])

function wordsOf({ tier, type, learned, needs }: Change['was']): string {
  const how = learned ? `，${say('hearing.learned')}` : ''
  const danger = type === null ? '' : `（${deskSay(`danger.${type}`)}${how}）`
  const heard = needs.map((need) => deskSay(`indicator.${need}`)).join('、')
  const also = heard === '' ? '' : `；${say('hearing.needs', { needs: heard })}`
  return `${say(`hearing.tier.${tier}`)}${danger}${also}`
}
