import { z } from 'zod'
import { HouseholdKey } from '../../../core/contract/office/fields.ts'
import { troubles } from '../desk/frame.ts'

export { iso, mustAct, nothing, troubles } from '../desk/frame.ts'

export const frame = { tags: ['office'], security: [{ desk: [] }] }

export const OfHousehold = z.strictObject({ household: HouseholdKey })

/** Answers of a call that gives this shape. */
export const gives = <Shape extends z.ZodType>(shape: Shape) => ({ 200: shape, ...troubles })
