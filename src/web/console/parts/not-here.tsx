import { Button, Result } from 'antd'
import { useNavigate } from 'react-router'
import { say } from '../../shared/texts.ts'

/** An address that leads nowhere, or to what one may not see: nobody learns which. */
export default function NotHere() {
  const go = useNavigate()
  return (
    <Result
      status="404"
      icon={null}
      title={<h1>{say('state.not_here')}</h1>}
      subTitle={say('trouble.not_found')}
      extra={
        <Button type="primary" onClick={() => go('/queue')}>
          {say('trouble.back')}
        </Button>
      }
    />
  )
}
