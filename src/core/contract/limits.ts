/** Limits of the HTTP gate that both sides must know. */

/** Characters (UTF-16 units) of one message. Kept whole: a long story is never cut. */
export const TEXT_LIMIT = 10_000

/** Bytes of one body: 10,000 characters written as JSON escapes (`\u6211`) come to 60,000. */
export const BODY_LIMIT = 64 * 1024

/** Milliseconds between two heartbeats of a stream: proxies close silent ones after 30–60 s. */
export const HEARTBEAT = 15_000

/** Milliseconds after which a browser opens a broken stream again. */
export const STREAM_RETRY = 3_000
