import { useDocuments } from '../api/documents.ts'
import { say } from './texts.ts'

/** The questions of each flow as a workbook. */
export function CarryOut() {
  const lines = useDocuments().data?.documents ?? []
  const flows = lines.filter(({ kind }) => kind === 'flow')
  return (
    <section aria-label={say('out')}>
      <h2>{say('out')}</h2>
      <p>{say('out.about')}</p>
      <ul>
        {flows.map(({ path, title }) => (
          <li key={path}>
            {title}{' '}
            <a href={`/api/studio/xlsform?path=${encodeURIComponent(path)}`} download>
              {say('out.get')}
              <span className="carry-path"> {path}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
