/** Limits of the HTTP gate that both sides must know. */

/** Characters (UTF-16 units) of one message. Kept whole: a long story is never cut. */
export const TEXT_LIMIT = 10_000

/** Bytes of one body: 10,000 characters written as JSON escapes (`\u6211`) come to 60,000. */
export const BODY_LIMIT = 64 * 1024

/** Milliseconds between two heartbeats of a stream: proxies close silent ones after 30–60 s. */
export const HEARTBEAT = 15_000

/** Milliseconds after which a browser opens a broken stream again. */
export const STREAM_RETRY = 3_000

/** Bytes of one file. The page sends pictures of at most 1,600 px (≈ 0.5 MB); a phone's own has up to 5 MB. */
export const FILE_LIMIT = 5_000_000

/** Bytes of one recording: 60 s of WAV (16 kHz, 16 bit); what browsers record (≤ 128 kbit/s) is half of it. */
export const RECORDING_LIMIT = 2_000_000

/** Longest recording that the page makes, in milliseconds: what an adviser can hear between two calls. */
export const RECORDING_LENGTH = 60_000

/** Files of one message: both sides of three cards. */
export const FILES_A_MESSAGE = 6

/** Longest side of a kept picture in pixels: a card or a page of small print can be read. */
export const PICTURE_SIDE = 1_600
