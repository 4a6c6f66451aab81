import { createBuckets } from './buckets.ts'

/** A neighbourhood station has up to 200 people behind one address; each may write as fast as they can. */
const PER_ADDRESS = { burst: 1_200, perSecond: 100 }

/** New conversations of one address: a whole hall scanning the same QR code. */
const OPENED = { burst: 600, perSecond: 10 }

/** A person types less than one message a second; a burst is somebody tapping fast, or an offline queue. */
const PER_CONVERSATION = { burst: 60, perSecond: 1 }

/** Five tries, then one in three minutes (ASVS 5.0 V6: online guessing must be pointless). */
const PER_LOGIN = { burst: 5, perSecond: 1 / 180 }

const SIGN_INS_PER_ADDRESS = { burst: 60, perSecond: 1 / 10 }

export type Rates = ReturnType<typeof createRates>

/** The limiters of one process. */
export function createRates() {
  return {
    address: createBuckets(PER_ADDRESS),
    opened: createBuckets(OPENED),
    conversation: createBuckets(PER_CONVERSATION),
    login: createBuckets(PER_LOGIN),
    signIns: createBuckets(SIGN_INS_PER_ADDRESS),
  }
}
