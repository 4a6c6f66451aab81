import { Button } from 'antd'
import { useId, useState } from 'react'
import { type AidView, useAidStep } from '../api/aid.ts'
import { PhotoButton } from './photo-button.tsx'
import { say, sayAll } from './texts.ts'

/** Papers are photographed or seen; what must still come is named. */
export function PapersStep({ aid }: { readonly aid: AidView }) {
  const wanted = aid.types.find((each) => aid.missing.includes(each.type)) ?? aid.types[0]
  const [type, choose] = useState(wanted?.type ?? 'other')
  const step = useAidStep(aid)
  const id = useId()
  const open = ['begun', 'asked', 'paid'].includes(aid.state)
  const next = (there: string) => aid.types.find((each) => each.type !== there && each.must)?.type
  const add = (photo: { number: string; id: string } | null) =>
    step.mutate({ act: 'paper', type, photo }, { onSuccess: () => choose(next(type) ?? type) })
  return (
    <section aria-labelledby="aid-papers">
      <h2 id="aid-papers">{say('papers.title')}</h2>
      {aid.papers.length === 0 && <p className="soft">{say('papers.none')}</p>}
      {aid.papers.length > 0 && (
        <p>
          {say('papers.there', {
            types: sayAll('paper', [...new Set(aid.papers.map((paper) => paper.type))]),
          })}
        </p>
      )}
      <ul className="file-list">
        {aid.papers.map(
          ({ photo, type: of }) =>
            photo && (
              <li key={photo.id}>
                <a
                  href={`/api/desk/files/${photo.id}?case=${photo.number}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {say(`paper.${of}`)}
                </a>
              </li>
            ),
        )}
      </ul>
      {open && aid.missing.length > 0 && (
        <p className="note">{say('papers.missing', { types: sayAll('paper', aid.missing) })}</p>
      )}
      {open && (
        <div className="stack">
          <label htmlFor={id}>{say('papers.type')}</label>
          <select
            id={id}
            className="plain-field"
            value={type}
            onChange={({ target }) => choose(target.value)}
          >
            {aid.types.map((each) => (
              <option key={each.type} value={each.type}>
                {say(`paper.${each.type}`)}
              </option>
            ))}
          </select>
          <p className="line">
            <PhotoButton household={aid.household.id} label={say('papers.photo')} took={add} />
            <Button loading={step.isPending} onClick={() => add(null)}>
              {say('papers.seen')}
            </Button>
          </p>
        </div>
      )}
    </section>
  )
}
