import { Button } from 'antd'
import { useState } from 'react'
import { LIVES_BY, SEEN_BY } from '../../../core/casework/aid.ts'
import { type AidView, useAidStep } from '../api/aid.ts'
import { Pick } from './pick.tsx'
import { say } from './texts.ts'

/** Who it is, and where. */
export function VerifyStep({ aid }: { readonly aid: AidView }) {
  const [seen, choose] = useState<(typeof SEEN_BY)[number]>('card')
  const [lives, place] = useState<(typeof LIVES_BY)[number]>('visit')
  const step = useAidStep(aid)
  const done = aid.seen !== null && aid.lives !== null
  return (
    <section aria-labelledby="aid-verify">
      <h2 id="aid-verify">{say('verify.title')}</h2>
      {done && (
        <p>
          {say('verify.done', {
            seen: say(`seen.${aid.seen}`),
            lives: say(`lives.${aid.lives}`),
          })}
        </p>
      )}
      {!done && aid.state === 'begun' && (
        <div className="stack">
          <Pick
            label={say('verify.seen')}
            group="seen"
            codes={SEEN_BY}
            value={seen}
            change={(code) => choose(code as typeof seen)}
          />
          <Pick
            label={say('verify.lives')}
            group="lives"
            codes={LIVES_BY}
            value={lives}
            change={(code) => place(code as typeof lives)}
          />
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() => step.mutate({ act: 'verify', seen, lives })}
          >
            {say('verify.go')}
          </Button>
        </div>
      )}
    </section>
  )
}
