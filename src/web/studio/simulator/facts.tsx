import { Button } from 'antd'
import type { ReactNode } from 'react'
import { deskSay } from '../desk-words.ts'
import type { Effect } from './effects.ts'
import { has, say } from './texts.ts'
import type { CaseShown, SaidReason, View } from './view.ts'

/** Behind the talk: why this question, the steps walked, what would have happened, what is known. */
export function Facts({
  view,
  select,
}: {
  readonly view: View
  readonly select: (step: string) => void
}) {
  const effects = view.turns.flatMap((turn) => turn.effects)
  return (
    <div className="facts">
      <Part title={say('why.title')}>
        {view.why.length === 0 ? <p>{say('why.none')}</p> : <List items={view.why.map(sayWhy)} />}
      </Part>
      <Part title={say('path.title')}>
        <Path view={view} select={select} />
      </Part>
      <Part title={say('effects.title')}>
        {effects.length === 0 ? (
          <p>{say('effects.none')}</p>
        ) : (
          <List items={effects.map(sayEffect)} />
        )}
        {view.case && <p className="case-line">{sayCase(view.case)}</p>}
      </Part>
      <Part title={say('known.title')}>
        <Known view={view} select={select} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: sentences may be the same, and only grow at the end
      <li key={at}>{item}</li>
    ))}
  </ul>
)

function Path({ view, select }: { readonly view: View; readonly select: (step: string) => void }) {
  const steps = view.turns.flatMap(({ walked, waits }) => [
    ...walked.map(({ step, options }) => ({ step, options })),
    ...(waits === 'none' ? [] : [{ step: waits.split('.')[0] ?? '', options: [] }]),
  ])
  const shown = steps.filter(
    ({ step, options }, at) => step !== steps[at - 1]?.step || options.length > 0,
  )
  return (
    <>
      <p className="path">
        {shown.map(({ step, options }, at) => (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: a path only grows at its end
            key={at}
            type="link"
            size="small"
            title={say('path.go', { step })}
            onClick={() => select(step)}
          >
            {options.length > 0 ? `${step} = ${options.join('、')}` : step}
          </Button>
        ))}
      </p>
      {view.rest.length > 0 && <p>{say('path.rest', { count: view.rest.length })}</p>}
      {view.gone.length > 0 && <p>{say('path.gone', { steps: view.gone.join('、') })}</p>}
    </>
  )
}

function Known({ view, select }: { readonly view: View; readonly select: (step: string) => void }) {
  if (view.known.length === 0) return <p>{say('known.none')}</p>
  return (
    <table>
      <tbody>
        {view.known.map(({ slot, label, reads, basis, step }) => (
          <tr key={slot}>
            <th scope="row">
              <Button type="link" size="small" title={slot} onClick={() => select(step)}>
                {label}
              </Button>
            </th>
            <td>{reads}</td>
            <td className="soft">{say(`basis.${basis}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sayWhy(reason: SaidReason): string {
  const reads = reason.reads ?? ''
  switch (reason.code) {
    case 'when':
      return say(reason.known ? 'why.when' : 'why.when_open', { reads: reads || reason.when })
    case 'weighs': {
      const [low, high] = reason.points
      const grades = [...new Set(reason.grades)].map((grade) => deskSay(`grade.${grade}`)).join('–')
      return say('why.weighs', {
        reads,
        low,
        high,
        grades,
        weight: reason.weight,
        of: reason.outOf,
      })
    }
    case 'always':
    case 'wanted':
      return say(`why.${reason.code}`, { reads })
    case 'beside':
      return say(`why.beside.${reason.mode}`)
    case 'again':
      return say('why.again', { tries: reason.tries })
    default:
      return say(`why.${reason.code}`)
  }
}

/** Codes in the words of the desk, where it has them. */
const sayCodes = (values: Effect['values']): Record<string, string> => ({
  ...values,
  place: values.place || say('case.nowhere'),
  status: deskSay(`status.${values.status}`),
  rule: deskSay(`reason.${values.rule}`),
  urgency: deskSay(`urgency.${values.urgency}`),
  grade: deskSay(`grade.${values.grade}`),
  danger: deskSay(`danger.${values.danger}`),
  outcome: sayEnd(values.outcome ?? ''),
  how: say(`how.${values.how}`),
})

function sayEffect({ code, values }: Effect): string {
  const words = sayCodes(values)
  if (code === 'crisis_raised' && values.tier === 'watch')
    return say('effect.crisis_watched', words)
  if (code === 'safety_answered') return say(`effect.${code}_${values.safe}`)
  if (code === 'conversation_parked') return say(`effect.${code}_${values.by}`)
  return say(`effect.${code}`, words)
}

export const sayEnd = (end: string): string => (has(`ends.${end}`) ? say(`ends.${end}`) : end)

const sayCase = (shown: CaseShown): string =>
  say('case.line', sayCodes({ ...shown, points: '', heard: '' }))
