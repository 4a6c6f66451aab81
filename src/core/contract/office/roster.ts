import { z } from 'zod'
import { ASSIGN_WAYS } from '../../routing/assign.ts'
import { LEVELS } from '../../routing/escalation.ts'
import { At, StaffId, StreetCode } from '../desk/fields.ts'
import { DayText, Person, RecordId } from './fields.ts'

export const RosterAsked = z.strictObject({
  from: DayText.describe('First day.'),
  days: z.coerce.number().int().min(1).max(42).default(7).describe('How many days; 7.'),
})

const ShiftView = z.strictObject({
  id: z.string().describe('Id of the shift.'),
  street: z.string().nullable().describe('9-digit code; null = crisis duty of the district.'),
  person: Person,
  standIn: Person.nullable().describe('Who does it instead, while the person is on leave.'),
  vacant: z.boolean().describe('The person is on leave and nobody stands in.'),
  startsAt: At,
  endsAt: At,
})

const LeaveView = z.strictObject({
  id: z.string().describe('Id of the leave.'),
  person: Person,
  from: DayText,
  to: DayText,
  standIn: Person.nullable().describe('Whose the shifts become.'),
})

const Way = z
  .enum(ASSIGN_WAYS)
  .describe('off = people take cases · round_robin = in turn · committee · least_loaded.')
const Most = z
  .int()
  .min(1)
  .max(500)
  .describe('Open cases of one adviser from which the house gives no more; by hand one is warned.')

export const RuleView = z
  .strictObject({
    street: StreetCode,
    way: Way,
    most: Most,
    version: z.int().min(0).describe('Version as it was read; 0 = nobody has said anything yet.'),
  })
  .meta({ id: 'OfficeAssignmentRule' })

const OnRosterView = z.strictObject({
  id: z.string().describe('Staff id.'),
  name: z.string(),
  role: z.string(),
  streets: z.array(z.string()).readonly(),
  onDuty: z.boolean().describe('Now, as roster, leave and switch say.'),
  away: z.boolean().describe('On leave today.'),
  crisisDuty: z.boolean().describe('On the crisis duty of the district now.'),
  load: z.int().describe('Open cases, of those the asking person may see.'),
  backAt: At.nullable().describe('When the roster has this one next.'),
})

export const RosterView = z
  .strictObject({
    days: z
      .array(z.strictObject({ day: DayText, working: z.boolean().describe('Offices are open.') }))
      .readonly(),
    shifts: z.array(ShiftView).readonly(),
    leaves: z.array(LeaveView).readonly(),
    gaps: z
      .array(
        z.strictObject({
          day: DayText,
          street: z.string().nullable().describe('null = some hour of the crisis duty.'),
        }),
      )
      .readonly()
      .describe('Where nobody is there.'),
    people: z.array(OnRosterView).readonly(),
    rules: z.array(RuleView).readonly(),
    committees: z
      .array(z.strictObject({ committee: z.string().describe('12-digit code.'), person: Person }))
      .readonly()
      .describe('Who looks after which committee.'),
    phone: z.boolean().describe('Whether danger is told to a phone of mine.'),
  })
  .meta({ id: 'OfficeRoster' })

export type RosterView = z.infer<typeof RosterView>

const Hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Time in Shanghai, 09:00.')

export const WriteShifts = z.strictObject({
  street: StreetCode.nullable().describe('null = crisis duty of the district.'),
  staff: StaffId,
  from: Hour,
  to: Hour.describe('An earlier hour than `from` is that of the next morning.'),
  days: z
    .array(z.strictObject({ id: RecordId, day: DayText }))
    .min(1)
    .max(62)
    .describe('Each day with the id of its shift.'),
  workingOnly: z.boolean().default(false).describe('Leaves out the days offices are closed.'),
})

export const ShiftsWritten = z
  .strictObject({ count: z.int().describe('Shifts written.') })
  .meta({ id: 'OfficeShiftsWritten' })

export const WriteLeave = z
  .strictObject({
    id: RecordId,
    staff: StaffId,
    from: DayText,
    to: DayText,
    standIn: StaffId.nullable().describe('Whose the shifts become; null = nobody’s.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends before it begins' })
  .refine(({ staff, standIn }) => staff !== standIn, { path: ['standIn'], message: 'is the same' })

export const SetCommittees = z.strictObject({
  street: StreetCode,
  staff: StaffId,
  committees: z.array(z.string().regex(/^\d{12}$/)).max(60),
})

export const SetPhone = z.strictObject({
  phone: z
    .string()
    .regex(/^\d{5,15}$/)
    .nullable()
    .describe('Digits only; null takes it away.'),
})

export const EscalatedView = z
  .strictObject({
    alerts: z
      .array(
        z.strictObject({
          alert: z.string().describe('Id of the alert.'),
          steps: z
            .array(
              z.strictObject({
                level: z.enum(LEVELS).describe('committee · street · district · partner.'),
                at: At,
                told: z.array(Person).readonly().describe('Who was called.'),
                textedAt: At.nullable().describe('When phones were told.'),
              }),
            )
            .readonly(),
        }),
      )
      .readonly()
      .describe('Dangers that nobody has answered for.'),
  })
  .meta({ id: 'OfficeEscalated' })

export type EscalatedView = z.infer<typeof EscalatedView>
