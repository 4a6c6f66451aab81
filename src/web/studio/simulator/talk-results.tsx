import { Alert, Switch } from 'antd'
import { useState } from 'react'
import { type Covered, sumOf } from '../../../core/dialog/rehearse/coverage.ts'
import type { Failure } from '../../../core/dialog/rehearse/failure.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import type { TalkResult } from './player.ts'
import { say } from './texts.ts'
import type { Run } from './use-run.ts'

/** Which talks passed, and where the others went another way. */
export function TalkResults({ run, broken, running }: Run) {
  if (broken) {
    const { code, about, step = '' } = broken
    return <Alert type="warning" title={say(`broken.${code}`, { about, step })} />
  }
  if (!run) return <Loading rows={4} />
  if (run.results.length === 0) return <p>{say('talks.none')}</p>
  const failed = run.results.filter((result) => !isPassed(result))
  const passed = run.results.length - failed.length
  const took = (run.took / 1_000).toFixed(1)
  const sum = failed.length === 0 ? 'talks.all_passed' : 'talks.sum'
  return (
    <>
      <p role="status">
        {running ? say('talks.running') : say(sum, { passed, took, failed: failed.length })}
      </p>
      {failed.length > 0 && <Table results={failed} label={say('talks.failed_table')} />}
      <details open={failed.length === 0 && run.results.length <= FEW}>
        <summary>{say('talks.passed_count', { count: passed })}</summary>
        <Table results={run.results.filter(isPassed)} label={say('talks.table')} />
      </details>
    </>
  )
}

/** So many are seen at a glance. */
const FEW = 12

function Table({
  results,
  label,
}: {
  readonly results: readonly TalkResult[]
  readonly label: string
}) {
  return (
    <table className="talks-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say('talks.name')}</th>
          <th scope="col">{say('talks.result')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={`${result.path} ${result.name}`}>
            <td>{result.name}</td>
            <td>
              <Result result={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isPassed = ({ unreadable, failures }: TalkResult) =>
  unreadable === null && failures.length === 0

/** What follows the first place where a talk goes another way says little: three are shown. */
const SHOWN = 3

function Result({ result }: { readonly result: TalkResult }) {
  if (isPassed(result)) return <span className="good">{say('talks.passed')}</span>
  const lines =
    result.unreadable === null
      ? result.failures.slice(0, SHOWN).map(sayFailure)
      : [say('talks.unreadable', { about: result.unreadable })]
  return (
    <>
      <span className="bad">{say('talks.failed')}</span>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  )
}

function sayFailure({ line, code, about = '', expected = '', is = '' }: Failure): string {
  const where = line === undefined ? say('talks.end') : say('talks.line', { line })
  return where + say(`failure.${code}`, { about, expected, is: shortened(is) })
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}……` : text)

type CoverageProps = {
  readonly covered: readonly Covered[]
  readonly names: readonly string[]
  readonly select?: (step: string) => void
}

/** Steps and options, and how many talks come by each. */
export function Coverage({ covered, names, select }: CoverageProps) {
  const [open, only] = useState(true)
  const { steps, options } = sumOf(covered)
  const shown = covered.filter((each) => !open || isOpen(each))
  const flows = new Set(covered.map(({ flow }) => flow))
  return (
    <section>
      <h3>{say('coverage.title')}</h3>
      <p>
        {say('coverage.sum', {
          ...{ stepsDone: steps[0], steps: steps[1] },
          ...{ optionsDone: options[0], options: options[1] },
        })}
      </p>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's switch is a button inside */}
      <label>
        <Switch size="small" checked={open} onChange={only} /> {say('coverage.only_open')}
      </label>
      <table className="talks-table" aria-label={say('coverage.title')}>
        <thead>
          <tr>
            <th scope="col">{say('coverage.step')}</th>
            <th scope="col">{say('coverage.talks')}</th>
            <th scope="col">{say('coverage.options')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ flow, step, talks, options: own }) => (
            <tr key={`${flow} ${step}`}>
              <td>
                {select ? (
                  <button type="button" className="as-link" onClick={() => select(step)}>
                    {step}
                  </button>
                ) : (
                  `${flows.size > 1 ? `${flow} · ` : ''}${step}`
                )}
              </td>
              <td
                className={talks.length === 0 ? 'bad' : ''}
                title={talks.map((talk) => names[talk] ?? '').join('\n')}
              >
                {talks.length === 0 ? say('coverage.mark_none') : talks.length}
              </td>
              <td>{untried(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isOpen = ({ talks, options }: Covered) =>
  talks.length === 0 || options.some((each) => each.talks.length === 0)

const untried = (options: Covered['options']): string =>
  options
    .filter(({ talks }) => talks.length === 0)
    .map(({ key }) => key)
    .join('、') || say('coverage.none')
