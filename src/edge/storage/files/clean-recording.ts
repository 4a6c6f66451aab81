/** Boxes of an MP4 that hold other boxes on the way to what must go. */
const OUTER = new Set(['moov', 'trak'])

/** Boxes that tell of place, phone and time (iPhones write the place into `udta`). */
const TELLING = new Set(['udta', 'meta', 'uuid'])

const HEAD = 8

/**
 * A recording without what an iPhone writes beside the sound. The boxes (ISO/IEC 14496-12) stay as
 * long as they are and become empty ones, so that no offset within the file changes. What is no MP4,
 * or a broken one, stays as it is.
 */
export function cleanRecording(bytes: Uint8Array, type: string): Buffer {
  const clean = Buffer.from(bytes)
  if (type === 'audio/mp4') blank(clean, 0, clean.length)
  return clean
}

function blank(file: Buffer, from: number, to: number): void {
  for (let at = from; at + HEAD <= to; ) {
    const said = file.readUInt32BE(at)
    // 0 = to the end of the file; 1 = a length of 64 bits, which nothing small has.
    const end = said === 0 ? to : at + said
    if ((said !== 0 && said < HEAD) || end > to) return
    const type = file.toString('latin1', at + 4, at + HEAD)
    if (OUTER.has(type)) blank(file, at + HEAD, end)
    if (TELLING.has(type)) file.fill(0, at + HEAD, end).write('free', at + 4, 'latin1')
    at = end
  }
}
