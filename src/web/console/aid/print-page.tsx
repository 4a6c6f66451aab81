import { Button } from 'antd'
import { useParams } from 'react-router'
import { yuan } from '../../shared/money.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useAid } from '../api/aid.ts'
import { usePageTitle } from '../shell/page-title.ts'
import './aid.css'
import { say } from './texts.ts'

const ROWS = ['name', 'idNumber', 'phone', 'home', 'registered', 'people', 'story'] as const

/** The application (临时救助申请书), filled, to be printed or saved as PDF and signed. */
export default function PrintPage() {
  const { household = '', id = '' } = useParams()
  const found = useAid(household, id)
  usePageTitle(say('print.title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { form, cause, amount } = found.data
  return (
    <div className="aid-sheet">
      <p className="no-print">
        <Button type="primary" onClick={() => window.print()}>
          {say('print.go')}
        </Button>
      </p>
      <h1>{say('print.title')}</h1>
      <table>
        <tbody>
          {ROWS.map((name) => (
            <Row key={name} name={say(`form.${name}`)} value={form[name]} />
          ))}
          <Row name={say('print.cause')} value={say(`cause.${cause}`)} />
          <Row
            name={say('print.amount')}
            value={amount === null ? '' : say('print.yuan', { amount: yuan(amount) })}
          />
        </tbody>
      </table>
      <p>{say('print.declare')}</p>
      <Signs names={['sign', 'date']} />
      <Signs names={['first', 'second', 'date']} />
      <p>{say('print.receipt')}</p>
      <Signs names={['receiver', 'date']} />
    </div>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  )
}

function Signs({ names }: { readonly names: readonly string[] }) {
  return (
    <div className="signs">
      {names.map((name) => (
        <span key={name}>{say(`print.${name}`)}：＿＿＿＿＿＿</span>
      ))}
    </div>
  )
}
