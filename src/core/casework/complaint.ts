import { addDays, type Day, type Instant, shanghai } from '../time.ts'

/** Days until a complaint (投诉) is answered, at the latest (信访工作条例 art. 22–23; the same in 浙江省社会救助条例). */
const ANSWERED_WITHIN = 15

/** Day until which a complaint made at this moment has its answer. */
export const complaintDue = (at: Instant): Day => addDays(shanghai(at).day, ANSWERED_WITHIN)

/** How a complaint (投诉) ends: it was right, partly right, not right, or taken back. */
export const COMPLAINT_RESULTS = ['upheld', 'partly', 'not_upheld', 'withdrawn'] as const

export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number]
