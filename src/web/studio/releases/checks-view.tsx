import { Button } from 'antd'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { sentenceOf } from '../checks/sentence.ts'
import { type Release, useChecks } from './api.ts'
import { HearingView } from './hearing-view.tsx'
import { isWaiting } from './may.ts'
import { say } from './texts.ts'

/** What the checks and the stored talks say of a release now, and what its author looked at. */
export function ChecksView({ release }: { readonly release: Release }) {
  const waits = isWaiting(release)
  const checks = useChecks(release.number, waits)
  const problems = (checks.data?.problems ?? []) as readonly Finding[]
  const errors = problems.filter(({ level }) => level === 'error')
  const warnings = problems.filter(({ level }) => level === 'warning')
  const fresh = warnings.filter(({ known }) => !known)
  const known = warnings.filter((each) => each.known)
  const talks = checks.data?.talks ?? []
  const failed = talks.filter(({ passed }) => !passed)
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say('checks.title')}</h2>
      {waits && checks.isPending && (
        <p role="status">
          {say('checks.running')} <Loading />
        </p>
      )}
      {checks.isError && <TroubleBox error={checks.error} again={() => void checks.refetch()} />}
      {checks.data && (
        <p>
          <strong className={errors.length > 0 ? 'state refused' : 'state published'}>
            {errors.length > 0
              ? say('checks.errors', { count: errors.length })
              : say('checks.sound')}
          </strong>{' '}
          {say('checks.talks', { passed: talks.length - failed.length, failed: failed.length })}{' '}
          <Button size="small" loading={checks.isFetching} onClick={() => void checks.refetch()}>
            {say('checks.run')}
          </Button>
        </p>
      )}
      <Findings findings={errors} />
      {fresh.length > 0 && <h3>{say('checks.warnings', { count: fresh.length })}</h3>}
      <Findings findings={fresh} />
      {known.length > 0 && (
        <details>
          <summary>{say('checks.known', { count: known.length })}</summary>
          <Findings findings={known} />
        </details>
      )}
      {checks.data?.hearing && <HearingView hearing={checks.data.hearing} />}
      {release.ticked.length > 0 && (
        <details>
          <summary>{say('ticked', { name: release.by, count: release.ticked.length })}</summary>
          <ul className="change-words">
            {release.ticked.map((key) => (
              <li key={key}>{tickedWords(key)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="change-words">
      {findings.map((each) => (
        <li key={each.key} className={each.level === 'error' ? 'bad' : ''}>
          {each.step && <strong>{each.step} </strong>}
          {sentenceOf(each)}
        </li>
      ))}
    </ul>
  )
}

/** A key is code|path|step|field|about. */
function tickedWords(key: string): string {
  const [code = '', path = '', step = '', field, about] = key.split('|')
  const finding = { level: 'warning', code, path, key } as const
  const more = { ...(field ? { field } : {}), ...(about ? { about } : {}) }
  return [step, sentenceOf({ ...finding, ...(step ? { step } : {}), ...more })].join(' ').trim()
}
