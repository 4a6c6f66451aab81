import { Alert } from 'antd'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'

/** What the platform still lets us write, or which other way there is. */
export function ReachLine({ reach }: { readonly reach: CaseView['talk']['reach'] }) {
  if (!reach) return null
  if (reach.state === 'open') return <p className="soft">{reach.label}</p>
  return <Alert type="warning" role="status" title={reach.label} />
}
