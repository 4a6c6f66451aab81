import { Button } from 'antd'
import { useParams } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useRefusal } from '../api/aid.ts'
import { usePageTitle } from '../shell/page-title.ts'
import './aid.css'
import { say } from './texts.ts'

/** What the household is told with a refusal: reasons, law, and what may be done against it. */
export default function LetterPage() {
  const { household = '', id = '' } = useParams()
  const found = useRefusal(household, id)
  usePageTitle(say('letter.title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { name, day, reasons, words, review, source } = found.data
  return (
    <div className="aid-sheet">
      <p className="no-print">
        <Button type="primary" onClick={() => window.print()}>
          {say('print.go')}
        </Button>
      </p>
      <h1>{say('letter.title')}</h1>
      <p>{say('letter.to', { name })}</p>
      <p>{say('letter.begin')}</p>
      <ol>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
      {words !== '' && <p>{words}</p>}
      <h2>{say('letter.review')}</h2>
      <p>{review}</p>
      <p className="small">
        {say('letter.law')}：{source}
      </p>
      <p>{day}</p>
    </div>
  )
}
