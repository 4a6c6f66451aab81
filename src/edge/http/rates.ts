import { createBuckets } from './buckets.ts'

/** A station or a school behind one address: 150 people who all write as fast as one may. */
const PER_ADDRESS = { burst: 3_000, perSecond: 300 }

/** New conversations of one address: a whole hall scanning the same QR code. */
const OPENED = { burst: 2_000, perSecond: 10 }

/** A person types less than two messages a second; a burst is fast tapping, or an offline queue. */
const PER_CONVERSATION = { burst: 120, perSecond: 2 }

/** Five tries, then one in three minutes (ASVS 5.0 V6: online guessing must be pointless). */
const PER_LOGIN = { burst: 5, perSecond: 1 / 180 }

const SIGN_INS_PER_ADDRESS = { burst: 60, perSecond: 1 / 10 }

/** Two full messages of pictures at once, then one message in ten seconds. */
const UPLOADS = { burst: 12, perSecond: 1 / 10 }

/** Files of one address: twenty people at a station at once, then one in five seconds; a disk is not endless. */
const FILES = { burst: 120, perSecond: 1 / 5 }

/** A helper at a station may do it for ten people in a row; then one in a minute. */
const RESUME_ADDRESS = { burst: 10, perSecond: 1 / 60 }

/** Each one right tells the old client a code: three, then one in twenty minutes. */
const RESUME_PAIR = { burst: 3, perSecond: 1 / 1_200 }

/** Codes from one address; a single token has five tries beside this. */
const RESUME_CODE = { burst: 30, perSecond: 1 / 10 }

export type Rates = ReturnType<typeof createRates>

/** The limiters of one process. */
export function createRates() {
  return {
    address: createBuckets(PER_ADDRESS),
    opened: createBuckets(OPENED),
    conversation: createBuckets(PER_CONVERSATION),
    resumeAddress: createBuckets(RESUME_ADDRESS),
    resumePair: createBuckets(RESUME_PAIR),
    resumeCode: createBuckets(RESUME_CODE),
    uploads: createBuckets(UPLOADS),
    files: createBuckets(FILES),
    login: createBuckets(PER_LOGIN),
    signIns: createBuckets(SIGN_INS_PER_ADDRESS),
  }
}
