/** How a complaint (投诉) ends: it was right, partly right, not right, or taken back. */
export const COMPLAINT_RESULTS = ['upheld', 'partly', 'not_upheld', 'withdrawn'] as const

export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number]
