import type {
  Consultation,
  ConsultationMember,
  Material,
} from '../../../core/casework/consultation.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { OfficeParts } from '../parts.ts'
import { mustBeAt, mustWrite } from '../plans/find-plan.ts'
import { accountsOf, mustBeDistinct } from './call-consultation.ts'

type What = {
  readonly minutes: string
  readonly members: readonly ConsultationMember[]
  readonly materials: readonly Material[]
}

/** The conference meets (开始会诊), or goes on: minutes, papers and members as they are now. */
export async function holdConsultation(
  { consultations }: Pick<OfficeParts, 'consultations'>,
  staff: Staff,
  id: string,
  version: number,
  { minutes, members, materials }: What,
): Promise<void> {
  mustWrite(staff)
  mustBeDistinct(members)
  const asked = accountsOf(members)
  await consultations.change(staff, id, ({ record, opinions, beyond }) => {
    if (beyond) throw problem('not_allowed')
    mustBeAt(record, version, ['called', 'open'])
    const body = { ...(record.body as Consultation), minutes, members, materials }
    const change = { state: 'open', body, detail: { ...record.detail, members: asked } }
    const heard = new Set(opinions.map((opinion) => opinion.owner?.id))
    const to = record.state === 'called' ? asked.filter((each) => !heard.has(each)) : []
    const rings = { kind: 'consultation_awaits', to } as const
    return { writes: [{ id, version, change }], asked, rings }
  })
}
