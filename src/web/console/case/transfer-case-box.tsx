import type { BoxProps } from './case-boxes.tsx'
import { TransferBox } from './transfer-box.tsx'
import { useCaseDeed } from './use-case-deed.ts'

/** Offers this case to another street. */
export default function TransferCaseBox({ found, close }: BoxProps) {
  const { number, version } = found.case
  const offer = useCaseDeed(number, 'transfer', close)
  return (
    <TransferBox
      busy={offer.isPending}
      cancel={close}
      transfer={(to) => offer.mutate({ version, ...to })}
    />
  )
}
