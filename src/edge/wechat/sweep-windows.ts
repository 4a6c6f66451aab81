import { HOUR } from '../../core/time.ts'
import type { ChannelSink } from '../../work/ports/channel.ts'
import type { ReplyWindows } from '../../work/ports/reply-windows.ts'

/** Once an hour, windows that ended are forgotten: when somebody wrote is kept no longer than it serves. */
export function sweepWindows(
  windows: ReplyWindows,
  { now, report }: Pick<ChannelSink, 'now' | 'report'>,
): { readonly start: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  const sweep = () => {
    windows.sweep(now()).catch(() => report('windows_not_swept', {}))
  }
  return {
    start: () => {
      timer = setInterval(sweep, HOUR)
      sweep()
    },
    stop: () => clearInterval(timer),
  }
}
