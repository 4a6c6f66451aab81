import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { NEED_STATES } from '../../../core/casework/needs-list.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { NeedsView, SaveNeed } from '../../../core/contract/office/household-needs.ts'
import { URGENCIES } from '../../../core/routing/urgency.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { ChosenField, TextField } from './file-fields.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { worded, wordOf } from './word-of.ts'

type Need = z.infer<typeof NeedsView>['needs'][number]
type Saved = z.infer<typeof SaveNeed>

/** 需求清单: what the household needs, from assessments, talks and advisers. */
export default function NeedsTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof NeedsView>>(head.id, 'needs')
  const [adding, add] = useState(false)
  const save = useDeed((need: Saved) => post(officePath(head.id, '/needs'), need), ['household'])
  return (
    <section aria-labelledby="file-needs">
      <div className="line between">
        <h2 id="file-needs">{say('tab.needs')}</h2>
        <Button type="primary" onClick={() => add(true)}>
          {say('need.add')}
        </Button>
      </div>
      <Shown of={found}>
        {({ needs }) =>
          needs.length === 0 ? (
            <p role="status">{say('need.none')}</p>
          ) : (
            <ul className="file-list">
              {needs.map((need) => (
                <li key={need.record?.id ?? need.code}>
                  <NeedLine
                    need={need}
                    change={(state, urgency) => save.mutate({ ...savedOf(need), state, urgency })}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {adding && <NeedBox head={head} close={() => add(false)} />}
    </section>
  )
}

type LineProps = {
  readonly need: Need
  readonly change: (state: Need['state'], urgency: Need['urgency']) => void
}

function NeedLine({ need, change }: LineProps) {
  const { code, words, state, urgency, source, quote } = need
  const title = words ?? (code === null ? say('unknown') : wordOf('indicator', code))
  const moves = NEED_STATES.filter((each) => each !== state && mayGo(state, each))
  return (
    <div className="line between">
      <div>
        <b>{title}</b>{' '}
        <span className={`tag ${state === 'unmet' ? 'strong' : ''}`}>
          {wordOf('need_state', state)}
        </span>{' '}
        {urgency !== 'normal' && (
          <span className={`urgency ${urgency}`}>{wordOf('urgency', urgency)}</span>
        )}{' '}
        <span className="soft">{wordOf('need_source', source)}</span>
        {quote && (
          <p className="soft">
            <q>{quote}</q>
          </p>
        )}
      </div>
      <div className="line tight">
        {moves.map((each) => (
          <Button
            key={each}
            size="small"
            aria-label={say('need.becomes', { need: title, state: wordOf('need_state', each) })}
            onClick={() => change(each, urgency)}
          >
            {wordOf('need_move', each)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** What is done with is opened again before anything else. */
const mayGo = (from: Need['state'], to: Need['state']) =>
  from === 'met' || from === 'dropped' ? to === 'unmet' : true

function savedOf({ record, code, words, urgency, state }: Need): Saved {
  const { id, version } = record ?? { id: uuid(), version: null }
  return { id, version, code, words, urgency, state }
}

function NeedBox({ head, close }: { readonly head: HouseholdView; readonly close: () => void }) {
  const [id] = useState(uuid)
  const [words, setWords] = useState('')
  const [urgency, setUrgency] = useState('normal')
  const save = useDeed(async () => {
    const need = { id, version: null, code: null, words: words.trim(), urgency, state: 'unmet' }
    await post(officePath(head.id, '/needs'), need)
    close()
  }, ['household'])
  return (
    <FormBox
      title={say('need.add')}
      ok={say('save')}
      busy={save.isPending}
      ready={words.trim() !== ''}
      cancel={close}
      submit={() => save.mutate()}
    >
      <TextField label={say('need.words')} value={words} change={setWords} required />
      <ChosenField
        label={say('need.urgency')}
        value={urgency}
        change={setUrgency}
        options={worded('urgency', URGENCIES)}
      />
    </FormBox>
  )
}
