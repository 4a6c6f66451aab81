import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { parse } from 'yaml'
import { questionsOf } from '../../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { put } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../documents/moment.ts'
import { type Opened, type Plan, type Release, releasePath, usePlan } from './api.ts'
import { isWaiting, useMay } from './may.ts'
import { say } from './texts.ts'

type Props = { readonly opened: Opened }
type Moves = Release['moves']

/** What becomes of those who are in the middle of a talk, and whether they are moved. */
export function PlanView({ opened: { release, texts } }: Props) {
  const may = useMay()
  const plan = usePlan(release.number, isWaiting(release))
  const [moves, setMoves] = useState<Moves>(release.moves)
  const save = useDeed(async () => {
    await put(releasePath(release.number, 'moves'), { moves })
  }, ['release', 'releases', 'plan'])
  const mayChange = may.edit && release.state === 'submitted'
  const isChanged = JSON.stringify(moves) !== JSON.stringify(release.moves)
  const steps = useMemo(() => stepsIn(texts), [texts])
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{say('plan.title')}</h2>
      <p className="soft">{say('plan.about')}</p>
      {plan.isLoading && <Loading />}
      {plan.isError && <TroubleBox error={plan.error} again={() => void plan.refetch()} />}
      {plan.data && plan.data.people === 0 && <p>{say('plan.none')}</p>}
      {plan.data && plan.data.people > 0 && (
        <>
          <p>{say('plan.people', { people: plan.data.people })}</p>
          <PlanTable
            plan={plan.data}
            {...(mayChange && moves && steps.length > 0 ? { moves, steps, setMoves } : {})}
          />
        </>
      )}
      {plan.data && (
        <p>
          <span className="soft">{say('thought', { at: moment(plan.data.at) })}</span>{' '}
          <Button size="small" loading={plan.isFetching} onClick={plan.again}>
            {say('again')}
          </Button>
        </p>
      )}
      <Radio.Group
        className="moving"
        aria-label={say('plan.title')}
        disabled={!mayChange}
        value={moves !== null}
        onChange={({ target }) => setMoves(target.value === true ? { steps: {} } : null)}
        options={[
          { value: false, label: say('plan.stay') },
          { value: true, label: say('plan.move') },
        ]}
      />
      <p className="soft">
        {say('plan.never')} {!mayChange && release.state === 'submitted' && say('plan.change')}
      </p>
      {mayChange && (
        <Button
          type="primary"
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {isChanged || !save.isSuccess ? say('plan.save') : say('plan.saved')}
        </Button>
      )}
    </section>
  )
}

type TableProps = {
  readonly plan: Plan
  readonly moves?: NonNullable<Moves>
  readonly steps?: readonly string[]
  readonly setMoves?: (moves: Moves) => void
}

function PlanTable({ plan, moves, steps, setMoves }: TableProps) {
  const choose = (step: string, to: string) => {
    const { [step]: _, ...rest } = moves?.steps ?? {}
    setMoves?.({ steps: to === '' ? rest : { ...rest, [step]: to } })
  }
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{say('plan.where')}</th>
          <th scope="col">{say('plan.count')}</th>
          <th scope="col">{say('plan.fate')}</th>
          {setMoves && <th scope="col">{say('plan.target')}</th>}
        </tr>
      </thead>
      <tbody>
        {plan.steps.map((each) => (
          <tr key={`${each.flow} ${each.step} ${each.fate} ${each.goesTo} ${each.more}`}>
            <td>
              <code>{each.step}</code>
            </td>
            <td>{each.people}</td>
            <td>{fateWords(each)}</td>
            {setMoves && (
              <td>
                {MOVABLE.has(each.fate) && (
                  <select
                    aria-label={`${each.step} ${say('plan.target')}`}
                    value={moves?.steps[each.step] ?? ''}
                    onChange={({ target }) => choose(each.step, target.value)}
                  >
                    <option value="">{say('plan.auto')}</option>
                    {steps?.map((step) => (
                      <option key={step} value={step}>
                        {step}
                      </option>
                    ))}
                  </select>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOVABLE: ReadonlySet<string> = new Set(['goes_on', 'asked_more', 'removed', 'ends'])

function fateWords({ fate, goesTo, more, step }: Plan['steps'][number]): string {
  const isLater = fate === 'asked_more' && goesTo === step
  const key = isLater ? 'plan.fate_asked_more_later' : `plan.fate_${fate}`
  return say(key, { more, to: goesTo ?? '' })
}

/** Questions of the request's new text, where it is in this release. */
function stepsIn(texts: Opened['texts']): readonly string[] {
  for (const { path, after } of texts) {
    if (!/^flows\/[\w-]+\.yaml$/.test(path)) continue
    try {
      const flow = parse(after) as Flow
      if (flow.kind === 'help') return flow.steps.flatMap(questionsOf).map(({ id }) => id)
    } catch {}
  }
  return []
}
