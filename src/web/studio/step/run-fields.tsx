import { Button } from 'antd'
import { Link } from 'react-router'
import type { Flow, ParamDef } from '../../../core/dialog/flow/schema.ts'
import { useRoom } from '../documents/room.ts'
import { rewriteHead, rewriteStep } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Choice, Field, Labelled } from './fields.tsx'
import { TextArea } from './text-area.tsx'
import { say } from './texts.ts'
import { useSlots } from './use-slots.ts'
import { orNothing, textIn, useStep } from './write.ts'

/** Which part is run, what it is told, and where its answers go. */
export function RunFields() {
  const { value, write, mayEdit } = useStep()
  const { flows } = useRoom()
  const parts = flows.filter(({ kind }) => kind === 'part')
  const part = parts.find(({ id }) => id === value.run)
  return (
    <>
      <Field field="run" hint={parts.length === 0 ? say('run.none') : undefined}>
        <Choice
          id="field-run"
          value={textIn(value, 'run')}
          of={parts.map(({ id, title }) => [id, title] as const)}
          isOff={!mayEdit}
          choose={(id) => write('run', id)}
        />
        {part && (
          <Link to={`/documents/flows/${part.id.replaceAll('_', '-')}.yaml`}>
            {say('run.open', { title: part.title })}
          </Link>
        )}
      </Field>
      {part && Object.keys(part.params ?? {}).length > 0 && <Told part={part} />}
      {part?.outputs && part.outputs.length > 0 && <Returned part={part} />}
    </>
  )
}

/** Words for a text; an answer of this flow, or a fixed value, for everything else. */
function Told({ part }: { readonly part: Flow }) {
  const { value, path, mayEdit } = useStep()
  const { text, change } = useRoom()
  const told = isRecord(value.with) ? value.with : {}
  const set = (name: string, next: unknown) => {
    const isLast = next === undefined && Object.keys(told).every((each) => each === name)
    const at = isLast ? ['with'] : ['with', name]
    change(rewriteStep(text, [...path, ...at], next), `${path.join('.')}.with.${name}`)
  }
  return (
    <Field field="with">
      <fieldset id="field-with" className="options" tabIndex={-1}>
        {Object.entries(part.params ?? {}).map(([name, param]) => (
          <Labelled
            key={name}
            id={`with-${name}`}
            label={say('run.param', { label: param.label, name })}
          >
            {param.type === 'text' && !isRecord(told[name]) ? (
              <TextArea
                id={`with-${name}`}
                value={typeof told[name] === 'string' ? told[name] : ''}
                disabled={!mayEdit}
                onChange={({ target }) => set(name, orNothing(target.value))}
              />
            ) : (
              <Given {...{ name, param, given: told[name] }} give={(next) => set(name, next)} />
            )}
          </Labelled>
        ))}
      </fieldset>
    </Field>
  )
}

type GivenProps = {
  readonly name: string
  readonly param: ParamDef
  readonly given: unknown
  readonly give: (next: unknown) => void
}

function Given({ name, param, given, give }: GivenProps) {
  const { mayEdit } = useStep()
  const slots = useSlots().filter(([, def]) => def.type === param.type)
  const now = isRecord(given) ? given : {}
  return (
    <Choice
      id={`with-${name}`}
      value={'slot' in now ? `slot ${now.slot}` : 'value' in now ? `value ${now.value}` : ''}
      of={[
        ...slots.map(
          ([slot, def]) =>
            [`slot ${slot}`, say('run.slot', { label: textIn(def, 'label') })] as const,
        ),
        ...(param.of ?? []).map(
          (key) => [`value ${key}`, say('run.value', { value: key })] as const,
        ),
      ]}
      none={say('run.untold')}
      isOff={!mayEdit}
      choose={(chosen) => {
        const [kind = '', which = ''] = chosen.split(' ')
        give(kind === '' ? undefined : { [kind]: which })
      }}
    />
  )
}

/** For each answer that the part gives back, the slot of this flow that takes it. */
function Returned({ part }: { readonly part: Flow }) {
  const { value, path, write, mayEdit } = useStep()
  const { text, change } = useRoom()
  const slots = useSlots()
  const returns = isRecord(value.returns) ? value.returns : {}
  const withOutput = (slot: string, output: string) => {
    const others = Object.entries(returns).filter(
      ([here, there]) => here !== slot && there !== output,
    )
    return Object.fromEntries([...others, ...(slot === '' ? [] : [[slot, output]])])
  }
  const set = (slot: string, output: string) => {
    const next = withOutput(slot, output)
    write('returns', Object.keys(next).length > 0 ? next : undefined)
  }
  const free = textIn(value, 'id')
  const create = (output: string) => {
    const made = rewriteHead(text, ['slots', free], part.slots[output])
    change(rewriteStep(made, [...path, 'returns'], withOutput(free, output)))
  }
  return (
    <Field field="returns">
      <fieldset id="field-returns" className="options" tabIndex={-1}>
        {(part.outputs ?? []).map((output) => {
          const def = part.slots[output]
          const fitting = slots.filter(([, slot]) => slot.type === def?.type)
          const taken = Object.keys(returns).find((here) => returns[here] === output) ?? ''
          const isFree = slots.every(([name]) => name !== free)
          return (
            <div key={output} className="pair">
              <Labelled
                id={`returns-${output}`}
                label={say('run.output', { label: def?.label ?? output })}
              >
                <Choice
                  id={`returns-${output}`}
                  value={taken}
                  of={fitting.map(([name, slot]) => [name, `${textIn(slot, 'label')} ${name}`])}
                  none={say('run.kept')}
                  isOff={!mayEdit}
                  choose={(slot) => set(slot, output)}
                />
              </Labelled>
              {taken === '' && isFree && free !== '' && mayEdit && (
                <Button onClick={() => create(output)}>{say('run.create', { slot: free })}</Button>
              )}
            </div>
          )
        })}
      </fieldset>
    </Field>
  )
}
