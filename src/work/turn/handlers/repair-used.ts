import { type Handler, NOTHING } from './handler.ts'

/** Told by the turn itself; the flow's figures are counted from the log. */
export const repairUsed: Handler<'repair_used'> = () => NOTHING
