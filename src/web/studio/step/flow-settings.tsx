import { Button, Input } from 'antd'
import { flowSchema } from '../../../core/dialog/flow/schema.ts'
import { useRoom } from '../documents/room.ts'
import { headOf, sectionsIn } from '../outline/rows.ts'
import { rewriteHead } from '../yaml/edit-steps.ts'
import { isRecord } from '../yaml/render.ts'
import { Choice, Labelled } from './fields.tsx'
import { PartSettings } from './part-settings.tsx'
import { SilenceLadder } from './silence-ladder.tsx'
import { say } from './texts.ts'
import { orNothing, textIn } from './write.ts'

const KINDS = flowSchema.shape.kind.options

/** What belongs to the whole flow: its name, misses, silence, sections, answers. */
export function FlowSettings() {
  const { parts, text, change, mayEdit, findings } = useRoom()
  if (!parts) return null
  const head = headOf(parts)
  const defaults = isRecord(head.defaults) ? head.defaults : {}
  const set = (path: readonly string[], next: unknown) =>
    change(rewriteHead(text, path, next), path.join('.'))
  const line = (field: 'title' | 'owner') => (
    <Labelled id={`flow-${field}`} label={say(`flow.${field}`)}>
      <Input
        id={`flow-${field}`}
        value={textIn(head, field)}
        disabled={!mayEdit}
        onChange={({ target }) => set([field], target.value)}
      />
    </Labelled>
  )
  const wrong = findings.filter(({ step }) => step === undefined)
  return (
    <form className="step-form" onSubmit={(event) => event.preventDefault()}>
      <h2>
        {say('outline.flow')} <code>{textIn(head, 'id')}</code>
      </h2>
      <div className="pair">
        {line('title')}
        {line('owner')}
        <Labelled id="flow-kind" label={say('flow.kind')}>
          <Choice
            id="flow-kind"
            value={textIn(head, 'kind')}
            of={KINDS.map((kind) => [kind, say(`flow_kind.${kind}`)] as const)}
            isOff={!mayEdit}
            choose={(kind) => set(['kind'], kind)}
          />
        </Labelled>
        <Labelled id="flow-retries" label={say('flow.retries')}>
          <Choice
            id="flow-retries"
            value={textIn(defaults, 'retries')}
            of={[1, 2, 3, 4, 5].map(
              (count) => [String(count), say('flow.misses', { count })] as const,
            )}
            isOff={!mayEdit}
            choose={(count) => set(['defaults', 'retries'], Number(count))}
          />
        </Labelled>
        <Labelled id="flow-languages" label={say('flow.languages')}>
          <Input
            key={String(head.languages)}
            id="flow-languages"
            defaultValue={Array.isArray(head.languages) ? head.languages.join(', ') : ''}
            disabled={!mayEdit}
            onBlur={({ target }) =>
              set(['languages'], target.value.split(/[,，、\s]+/).filter(Boolean))
            }
          />
        </Labelled>
      </div>
      {textIn(head, 'kind') === 'part' ? <PartSettings /> : <SilenceLadder />}
      <Sections sections={sectionsIn(parts)} />
      <Slots />
      {wrong.length > 0 && <p className="soft">{say('flow.wrong', { count: wrong.length })}</p>}
    </form>
  )
}

/** Names of the parts, for 「第 2 部分，共 5 部分」. */
function Sections({ sections }: { readonly sections: Readonly<Record<string, string>> }) {
  const { text, change, mayEdit } = useRoom()
  const ids = Object.keys(sections)
  const add = () => {
    let number = ids.length + 1
    while (ids.includes(`part${number}`)) number += 1
    change(rewriteHead(text, ['sections', `part${number}`], say('new.section')))
  }
  return (
    <fieldset className="options">
      <legend>{say('flow.sections')}</legend>
      {ids.map((id) => (
        <div key={id} className="pair">
          <Input
            aria-label={say('flow.section', { id })}
            value={sections[id]}
            disabled={!mayEdit}
            onChange={({ target }) =>
              change(rewriteHead(text, ['sections', id], target.value), `sections.${id}`)
            }
          />
          <code>{id}</code>
          <Button
            disabled={!mayEdit}
            onClick={() => change(rewriteHead(text, ['sections', id], undefined))}
          >
            {say('remove')}
          </Button>
        </div>
      ))}
      {mayEdit && <Button onClick={add}>{say('flow.add_section')}</Button>}
    </fieldset>
  )
}

/** Every answer that this flow knows; their types are set where they are asked for. */
function Slots() {
  const { parts, text, change, mayEdit } = useRoom()
  const slots = parts ? headOf(parts).slots : undefined
  const all = Object.entries(isRecord(slots) ? slots : {})
  return (
    <fieldset className="options">
      <legend>{say('flow.slots')}</legend>
      {all.map(([slot, def]) => (
        <div key={slot} className="pair">
          <Input
            aria-label={say('flow.slot', { slot })}
            value={isRecord(def) ? textIn(def, 'label') : ''}
            disabled={!mayEdit}
            onChange={({ target }) =>
              change(
                rewriteHead(text, ['slots', slot, 'label'], orNothing(target.value)),
                `slots.${slot}`,
              )
            }
          />
          <code>{slot}</code>
          <span className="soft">{isRecord(def) ? say(`type.${textIn(def, 'type')}`) : ''}</span>
          <Button
            disabled={!mayEdit}
            onClick={() => change(rewriteHead(text, ['slots', slot], undefined))}
          >
            {say('remove')}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}
