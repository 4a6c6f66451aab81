import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import type { FileKind } from '../../../work/ports/files.ts'

/** Talks of demonstrations are shown in the web page. */
const SHOWN_IN_PAGE = ['web', 'sample']

/** Whether a resident gets a file of this kind by this channel: papers only in our own page. */
export function carries(channel: string, kind: FileKind): boolean {
  if (SHOWN_IN_PAGE.includes(channel)) return true
  const { picture, sound } = capabilitiesOf(channel)
  return (kind === 'image' && picture === 'both') || (kind === 'audio' && sound === 'both')
}
