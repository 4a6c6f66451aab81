import type { EscalationStep } from '../../core/routing/escalation.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { Escalations, ToText } from '../ports/assignment.ts'
import type { Sms } from '../ports/sms.ts'

export type EscalateParts = {
  readonly escalations: Escalations
  readonly steps: readonly EscalationStep[]
  readonly partners: readonly { readonly district: string; readonly phone: string }[]
  /** UUID of a name, always the same. */
  readonly named: (name: string) => string
  readonly sms?: Sms
  /** Says that danger waits, never whose. */
  readonly smsText?: string
  readonly now: () => Instant
  readonly announce: Announcer
}

/** One round of the dangers that nobody has answered for (升级): who is next is called, on screen and by phone. */
export async function escalateDangers(parts: EscalateParts): Promise<number> {
  const taken = await parts.escalations.takeSteps(parts.steps, parts.now())
  for (const district of new Set(taken.map((step) => step.district))) {
    parts.announce({ about: 'alerts', district })
    parts.announce({ about: 'notices', district })
  }
  if (parts.sms) await textAll(parts, parts.sms)
  return taken.length
}

/** A gateway that does not answer is asked again in the next round, with the same key. */
async function textAll(parts: EscalateParts, sms: Sms): Promise<void> {
  for (const what of await parts.escalations.toText(parts.now())) {
    const sent = []
    for (const { of, to } of phonesOf(parts, what)) {
      const key = parts.named(`duty/${what.alert}/${what.step}/${of}`)
      sent.push(await sms.send({ to, text: parts.smsText ?? '', key }))
    }
    if (sent.some(({ status }) => status === 'retry')) continue
    await parts.escalations.markTexted(what, parts.now())
  }
}

function phonesOf({ partners }: EscalateParts, { level, district, phones }: ToText) {
  if (level !== 'partner') return phones
  return partners
    .filter((each) => each.district === district)
    .map(({ phone }) => ({ of: phone, to: phone }))
}
