import { Skeleton } from 'antd'
import { say } from '../texts.ts'

/** Something is on its way. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div role="status" aria-label={say('state.loading')} className="loading">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
