import { useId, useState } from 'react'
import type { z } from 'zod'
import type { KeptPhotos, NewService } from '../../../core/contract/office/service.ts'
import { send, sentenceOf } from '../../shared/api/call.ts'
import { officePath } from '../api/office.ts'
import { say } from './texts.ts'

type Props = {
  readonly household: string | undefined
  readonly photos: NewService['photos']
  readonly change: (photos: NewService['photos']) => void
}

/** Photos come into the house as they are chosen; place and time of the camera are taken out there. */
export function PhotoField({ household, photos, change }: Props) {
  const id = useId()
  const [said, tell] = useState('')
  async function add(files: FileList | null) {
    if (!household || !files || files.length === 0) return
    const form = new FormData()
    for (const file of files) form.append('files', file)
    try {
      const path = officePath(household, '/photos')
      const kept = await send<z.infer<typeof KeptPhotos>>(path, form)
      change([...photos, ...kept.photos].slice(0, 6))
      const { length: count } = kept.refused
      tell(count > 0 ? say('service.photos_refused', { count }) : '')
    } catch (error) {
      tell(sentenceOf(error))
    }
  }
  return (
    <>
      <label htmlFor={id}>{say('service.photos')}</label>
      <input
        id={id}
        type="file"
        accept="image/*,application/pdf"
        multiple
        disabled={!household}
        onChange={({ target }) => void add(target.files)}
      />
      <p className="soft" role="status">
        {!household && say('service.photos_first')}
        {photos.length > 0 && say('service.photos_kept', { count: photos.length })} {said}
      </p>
    </>
  )
}
