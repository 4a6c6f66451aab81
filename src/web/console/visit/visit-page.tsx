import { Button } from 'antd'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { SignInAgain } from '../../shared/parts/sign-in-again.tsx'
import { isUntouched } from '../assessment/filling.ts'
import { moment } from '../parts/moment.ts'
import { ConnectionBanner } from '../shell/connection-banner.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { OtherVisits } from './other-visits.tsx'
import { forget } from './phone-store.ts'
import { PhotoList } from './photo-list.tsx'
import { startWorker } from './start-worker.ts'
import { say } from './texts.ts'
import { useVisit } from './use-visit.ts'
import { VisitFields } from './visit-fields.tsx'
import { VisitForm } from './visit-form.tsx'
import './visit.css'

/** 上门记录: one visit on a phone. All that is written lies on the phone until it has arrived. */
export default function VisitPage() {
  const { number = '' } = useParams()
  const visit = useVisit(number)
  const { draft, kept, others, sending, stored, me, change, submit } = visit
  usePageTitle(say('title'))
  useEffect(() => void startWorker().catch(() => {}), [])
  if (!draft) return null
  const busy = sending === 'sending'
  const sent = sending === 'sent'
  const name = kept?.form.household.name ?? ''
  const assessing = draft.assess || !isUntouched(draft.filling)
  return (
    <main className="visit-page" id="main">
      <ConnectionBanner />
      <header>
        <h1>
          {say('title')} {name} {number}
        </h1>
        <a href={`/console/households/${number}`}>{say('back')}</a>
      </header>
      <p
        role="status"
        className={draft.state === 'refused' ? 'note' : 'soft'}
        data-state={draft.state}
      >
        {busy
          ? say('state.sending')
          : sent
            ? say('state.sent')
            : say(`state.${draft.state}`, { why: draft.why })}
      </p>
      {!stored && <p className="note">{say('state.not_kept')}</p>}
      {sent ? (
        <p>
          <a href={`/console/visit/${number}`}>{say('another')}</a>
        </p>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <fieldset disabled={busy} className="plain stack">
            <VisitFields draft={draft} change={change} />
            <PhotoList draft={draft} change={change} />
            <section aria-labelledby="visit-form" className="stack">
              <h2 id="visit-form">{say('form.title')}</h2>
              <label className="line">
                <input
                  type="checkbox"
                  checked={assessing}
                  disabled={!isUntouched(draft.filling) || !kept}
                  onChange={({ target }) => change({ assess: target.checked })}
                />
                {say('form.wanted')}
              </label>
              {kept ? (
                <>
                  <p className="soft">
                    {say('form.kept', { at: moment(new Date(kept.at).toISOString()) })}
                  </p>
                  <VisitForm form={kept.form} draft={draft} change={change} />
                </>
              ) : (
                <p className="note">{say('form.none')}</p>
              )}
            </section>
          </fieldset>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            {say(draft.state === 'writing' ? 'send' : 'send_again')}
          </Button>
          <Button
            disabled={busy}
            onClick={() => {
              if (!window.confirm(say('remove_sure'))) return
              void forget(draft).then(() => window.location.reload())
            }}
          >
            {say('remove')}
          </Button>
        </form>
      )}
      <OtherVisits drafts={others} own={draft.id} me={me} />
      <SignInAgain />
    </main>
  )
}
