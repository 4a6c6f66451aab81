import type { FileKind } from '../../../work/ports/files.ts'

export type Told = { readonly kind: FileKind; readonly type: string } | 'heic' | null

/**
 * What a file is, by its first bytes; what the sender calls it does not count. Pictures: JPEG, PNG,
 * WebP. Recordings: WebM and Ogg (Android), MP4 (iPhone), WAV. Papers: PDF. Null = nothing we take.
 */
export function kindOf(bytes: Uint8Array): Told {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return { kind: 'image', type: 'image/jpeg' }
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'image', type: 'image/png' }
  if (head.startsWith('%PDF-')) return { kind: 'file', type: 'application/pdf' }
  if (head.startsWith('OggS')) return { kind: 'audio', type: 'audio/ogg' }
  if (head.startsWith('\x1aE\xdf\xa3')) return head.includes('webm') ? WEBM : null
  if (head.startsWith('RIFF')) return RIFF[head.slice(8, 12)] ?? null
  return head.slice(4, 8) === 'ftyp' ? ofBrand(head.slice(8, 12)) : null
}

const WEBM = { kind: 'audio', type: 'audio/webm' } as const

const RIFF: Readonly<Record<string, Exclude<Told, 'heic'>>> = {
  WEBP: { kind: 'image', type: 'image/webp' },
  WAVE: { kind: 'audio', type: 'audio/wav' },
}

/** Brands of ISO base media files (ISO/IEC 14496-12; HEIF: 23008-12). */
function ofBrand(brand: string): Told {
  if (/^(hei|hev|mif1|msf1|avi)/.test(brand)) return 'heic'
  return /^(M4A|M4B|mp4|iso|dash|3gp)/.test(brand) ? { kind: 'audio', type: 'audio/mp4' } : null
}
