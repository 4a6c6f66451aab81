import { Button } from 'antd'
import { type AidView, useAidStep } from '../api/aid.ts'
import { PhotoButton } from './photo-button.tsx'
import { say, sayAll } from './texts.ts'

/** Receipt, and the procedure that is made up for until its day (补程序). */
export function FinishStep({ aid }: { readonly aid: AidView }) {
  const step = useAidStep(aid)
  const { dueOn, papersWithin: days } = aid
  return (
    <>
      <section aria-labelledby="aid-receipt">
        <h2 id="aid-receipt">{say('receipt.title')}</h2>
        {aid.receipt && (
          <p>
            <a
              href={`/api/desk/files/${aid.receipt.id}?case=${aid.receipt.number}`}
              target="_blank"
              rel="noreferrer"
            >
              {say('receipt.there')}
            </a>
          </p>
        )}
        {!aid.receipt && aid.state === 'paid' && (
          <PhotoButton
            household={aid.household.id}
            label={say('receipt.go')}
            took={(photo) => step.mutate({ act: 'receipt', photo })}
          />
        )}
      </section>
      <section aria-labelledby="aid-finish">
        <h2 id="aid-finish">{say('finish.title')}</h2>
        {aid.state === 'done' && <p role="status">{say('finish.done')}</p>}
        {aid.state === 'paid' && (
          <div className="stack">
            <p className={aid.late ? 'late' : ''}>
              {say(aid.late ? 'finish.late' : 'finish.due', { day: dueOn ?? '', days })}
            </p>
            {aid.missing.length > 0 && (
              <p>{say('papers.missing', { types: sayAll('paper', aid.missing) })}</p>
            )}
            <Button
              type="primary"
              disabled={aid.missing.length > 0}
              loading={step.isPending}
              onClick={() => step.mutate({ act: 'finish' })}
            >
              {say('finish.go')}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}
