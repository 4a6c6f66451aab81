import { useId } from 'react'
import { SERVICE_RESULTS } from '../../../core/casework/service-lists.ts'
import type { VisitDraft } from './draft.ts'
import { say } from './texts.ts'

type Props = {
  readonly draft: VisitDraft
  readonly change: (changes: Partial<VisitDraft>) => void
}

/** Who was met, what came of it, when, how long, and one sentence. The phone's own fields: large and quick. */
export function VisitFields({ draft, change }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={`${id}met`}>{say('who.met')}</label>
      <input
        id={`${id}met`}
        className="plain-field"
        maxLength={200}
        value={draft.met}
        placeholder={say('who.met_hint')}
        onChange={({ target }) => change({ met: target.value })}
      />
      <fieldset className="plain">
        <legend>{say('who.result')}</legend>
        {SERVICE_RESULTS.map((result) => (
          <label key={result} className="choice">
            <input
              type="radio"
              name={`${id}result`}
              checked={draft.result === result}
              onChange={() => change({ result })}
            />
            {say(`result.${result}`)}
          </label>
        ))}
      </fieldset>
      <div className="line">
        <label>
          {say('who.day')}{' '}
          <input
            type="date"
            className="plain-field"
            required
            value={draft.day}
            onChange={({ target }) => change({ day: target.value })}
          />
        </label>
        <label>
          {say('who.minutes')}{' '}
          <input
            className="plain-field short"
            inputMode="numeric"
            maxLength={4}
            value={draft.minutes}
            onChange={({ target }) => change({ minutes: target.value.replaceAll(/\D/g, '') })}
          />
        </label>
      </div>
      <label htmlFor={`${id}words`}>{say('who.words')}</label>
      <textarea
        id={`${id}words`}
        className="plain-field"
        rows={3}
        maxLength={500}
        value={draft.words}
        placeholder={say('who.words_hint')}
        onChange={({ target }) => change({ words: target.value })}
      />
    </>
  )
}
