import { Alert, Button } from 'antd'
import { sentenceOf } from '../api/call.ts'
import { say } from '../texts.ts'

type Props = { readonly error: unknown; readonly again: () => void }

/** What could not be shown, why, and a way to try again. */
export function TroubleBox({ error, again }: Props) {
  return (
    <Alert
      type="error"
      showIcon
      title={say('state.failed')}
      description={sentenceOf(error)}
      action={<Button onClick={again}>{say('state.again')}</Button>}
    />
  )
}
