import { SECOND } from '../../core/time.ts'

/** How a job ended: 'kept' = it has put itself away; `again` = ms until it is looked at again. */
export type Done = 'done' | 'kept' | { readonly again: number }

/** A moment, for what only has to wait for something else. It does not count as a try. */
export const SOON: Done = { again: SECOND }
