import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PAPERS } from '../../../core/casework/papers.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { PapersView } from '../../../core/contract/office/household-papers.ts'
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

type Paper = z.infer<typeof PapersView>['papers'][number]

/** 文件: what was sent in the talks, with labels, and what was seen on paper. */
export default function PapersTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof PapersView>>(head.id, 'papers')
  const [box, open] = useState<Paper | 'new' | null>(null)
  return (
    <section aria-labelledby="file-papers">
      <div className="line between">
        <h2 id="file-papers">{say('tab.papers')}</h2>
        <Button type="primary" onClick={() => open('new')}>
          {say('paper.add')}
        </Button>
      </div>
      <Shown of={found}>
        {({ papers }) =>
          papers.length === 0 ? (
            <p role="status">{say('paper.none')}</p>
          ) : (
            <ul className="file-list">
              {papers.map((paper) => (
                <li key={paper.id ?? paper.file?.id} className="line between">
                  <span>
                    <b>
                      {paper.type === null ? say('paper.bare') : wordOf('paper_type', paper.type)}
                    </b>{' '}
                    {paper.note} <span className="soft">{paper.receivedOn}</span>{' '}
                    {paper.file ? <FileLink file={paper.file} /> : say('paper.on_paper')}
                  </span>
                  <Button size="small" onClick={() => open(paper)}>
                    {say(paper.id === null ? 'paper.label' : 'paper.change')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {box !== null && (
        <PaperBox head={head} paper={box === 'new' ? null : box} close={() => open(null)} />
      )}
    </section>
  )
}

function FileLink({ file }: { readonly file: NonNullable<Paper['file']> }) {
  return (
    <a href={`/api/desk/files/${file.id}?case=${file.number}`} target="_blank" rel="noreferrer">
      {say('paper.open', { number: file.number })}
    </a>
  )
}

type BoxProps = {
  readonly head: HouseholdView
  readonly paper: Paper | null
  readonly close: () => void
}

function PaperBox({ head, paper, close }: BoxProps) {
  const [id] = useState(() => paper?.id ?? uuid())
  const [type, setType] = useState<string>(paper?.type ?? 'identity_card')
  const [note, setNote] = useState(paper?.note ?? '')
  const [day, setDay] = useState(paper?.receivedOn ?? '')
  const bad = day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)
  const save = useDeed(
    async (state: 'kept' | 'struck') => {
      const file = paper?.file ? { id: paper.file.id, number: paper.file.number } : null
      const what = { type, note: note.trim() || null, receivedOn: day || null, file, state }
      await post(officePath(head.id, '/papers'), { id, version: paper?.version ?? null, ...what })
      close()
    },
    ['household'],
  )
  return (
    <FormBox
      title={say(paper ? 'paper.label' : 'paper.add')}
      ok={say('save')}
      busy={save.isPending}
      ready={!bad}
      cancel={close}
      submit={() => save.mutate('kept')}
    >
      <ChosenField
        label={say('paper.type')}
        value={type}
        change={setType}
        options={worded('paper_type', PAPERS)}
      />
      <TextField label={say('paper.note')} value={note} change={setNote} />
      <TextField
        label={say('paper.received')}
        value={day}
        change={setDay}
        hint="2026-11-20"
        most={10}
      />
      {bad && <p role="alert">{say('paper.day_bad')}</p>}
      {paper?.id && (
        <p>
          <Button danger onClick={() => save.mutate('struck')}>
            {say('paper.strike')}
          </Button>
        </p>
      )}
    </FormBox>
  )
}
