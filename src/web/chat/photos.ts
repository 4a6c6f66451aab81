import { shrink } from './shrink.ts'

/** Photos are sent as soon as they are chosen: one thing to press less. */
export function sendChosenPhotos(send: (files: readonly Blob[]) => void): void {
  const input = document.getElementById('files')
  if (!(input instanceof HTMLInputElement)) return
  input.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    const small: Blob[] = []
    for (const file of chosen) small.push(await shrink(file))
    if (small.length > 0) send(small)
  })
}
