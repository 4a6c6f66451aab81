import { PICTURE_SIDE } from '../../core/contract/limits.ts'

/** A picture that is small already: drawing it again would only blur it. */
const SMALL = 400_000

/**
 * A photo drawn smaller before it is sent: a tenth of the bytes, and without the place where it was
 * taken. What cannot be drawn here (PDF, an old Safari) goes as it is; the house does it then.
 */
export async function shrink(file: File): Promise<Blob> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= SMALL) return file
  if (!('createImageBitmap' in window)) return file
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, PICTURE_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return file
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
  return drawn && drawn.size < file.size ? drawn : file
}
