import sharp from 'sharp'
import { PICTURE_SIDE } from '../../../core/contract/limits.ts'
import { createTurnstile } from './turnstile.ts'

/** Pixels of the largest picture that is opened: phones take up to 50 million; a bomb has more. */
const PIXELS = 50_000_000

/** Seconds after which a picture is given up. 6 million pixels take 0.07 s (measured). */
const LONGEST = 10

/** Pictures opened at once: each may need 150 MB for a moment. */
const AT_ONCE = 2

/** Of all that the library can open, only what phones send: fewer parsers face strangers' bytes. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
})
sharp.cache(false)
sharp.concurrency(1)

const turnstile = createTurnstile(AT_ONCE)

/**
 * Draws a picture anew as JPEG: at most 1,600 px a side, upright, and with nothing of the old file
 * beside its pixels (place, time, phone, hidden data). Null when it does not open.
 */
export function cleanPicture(bytes: Uint8Array): Promise<Buffer | null> {
  return turnstile(() =>
    sharp(bytes, { limitInputPixels: PIXELS, failOn: 'truncated' })
      .timeout({ seconds: LONGEST })
      .autoOrient()
      .resize({
        width: PICTURE_SIDE,
        height: PICTURE_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer()
      .catch(() => null),
  )
}
