import { execFileSync } from 'node:child_process'
import sharp from 'sharp'

/** Whether this machine can print Chinese at all. */
export function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** A page with these lines in print, as a photo of a paper that lies straight. */
export function printedPage(lines: readonly string[]): Promise<Buffer> {
  const white = { background: 'white' }
  if (lines.length === 0) {
    return sharp({ create: { width: 800, height: 400, channels: 3, ...white } })
      .jpeg()
      .toBuffer()
  }
  const margin = { top: 80, bottom: 80, left: 80, right: 80 }
  return sharp({ text: { text: lines.join('\n'), font: 'sans 24', dpi: 150, spacing: 30 } })
    .negate()
    .extend({ ...margin, ...white })
    .jpeg({ quality: 90 })
    .toBuffer()
}
