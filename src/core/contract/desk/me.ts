import { z } from 'zod'
import { ROLES } from '../../people/role.ts'
import { At, Colleague, Named, Place } from './fields.ts'

const Lists = z.strictObject({
  release: z.array(Named).readonly().describe('Reasons to put a case back.'),
  reveal: z.array(Named).readonly().describe('Reasons to look at a phone number.'),
  transfer: z.array(Named).readonly().describe('Reasons to pass a case on.'),
  transfer_part: z.array(Named).readonly().describe('What may go along with a transfer.'),
  decline: z.array(Named).readonly().describe('Reasons to send a transfer back.'),
  outcome: z.array(Named).readonly().describe('How a case may end.'),
  erase: z.array(Named).readonly().describe('Reasons to erase what is known of a person.'),
  reopen: z.array(Named).readonly().describe('Reasons to open a closed case again.'),
  contact: z.array(Named).readonly().describe('Ways of trying to reach a resident.'),
  give_back: z.array(Named).readonly().describe('Where the bot may go on.'),
  snooze: z.array(Named).readonly().describe('Why a case is put aside.'),
  place: z.array(Named).readonly().describe('How one knows where a home is.'),
  filter: z.array(Named).readonly().describe('Filters of the queue.'),
  indicator: z.array(Named).readonly().describe('The ten indicators.'),
})

/** Who is at the desk, and all that a screen needs once. */
export const Me = z
  .strictObject({
    id: z.string().describe('Staff id.'),
    login: z.string().describe('Name one signs in with.'),
    name: z.string().describe('Name as residents and colleagues see it.'),
    role: z.enum(ROLES).describe('What this person may do here.'),
    roleLabel: z.string().describe('The role in words.'),
    district: z.string().describe('6-digit district.'),
    streets: z.array(Place).readonly().describe('Streets whose cases this person sees.'),
    everyStreet: z
      .array(Place)
      .readonly()
      .describe('All streets of the district: targets of a transfer.'),
    duty: z.boolean().describe('On duty now (值班中).'),
    textsVersion: z.string().describe('Changes when words of the screens changed: load them anew.'),
    now: At.describe('Time of the server: clocks tick by the difference to it.'),
    demo: z.boolean().describe('Invented data (样例数据).'),
    csrf: z
      .string()
      .describe('Token of the session, for forms; JSON calls need only come from our own pages.'),
    colleagues: z.array(Colleague).readonly().describe('For @ and for transfers.'),
    lists: Lists.describe('Closed lists with their words.'),
  })
  .meta({ id: 'DeskMe' })

export const Duty = z.strictObject({ on: z.boolean().describe('On duty from now.') })

export const DutyState = z
  .strictObject({ duty: z.boolean().describe('On duty now.') })
  .meta({ id: 'DeskDuty' })
