import { App } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../shared/api/call.ts'
import { keepPhoto } from '../api/aid.ts'
import { say } from './texts.ts'

type Kept = NonNullable<Awaited<ReturnType<typeof keepPhoto>>>

type Props = {
  readonly household: string
  readonly label: string
  readonly took: (photo: Kept) => void
}

/** Opens the camera of a phone; what is taken is kept sealed before anything else is done with it. */
export function PhotoButton({ household, label, took }: Props) {
  const { message } = App.useApp()
  const [busy, work] = useState(false)
  async function keep(input: HTMLInputElement) {
    const [file] = input.files ?? []
    if (!file) return
    work(true)
    try {
      const photo = await keepPhoto(household, file)
      if (photo) took(photo)
      else void message.error(say('papers.refused'), 6)
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    } finally {
      input.value = ''
      work(false)
    }
  }
  return (
    <label className="aid-photo" aria-busy={busy}>
      {label}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={({ target }) => void keep(target)}
      />
    </label>
  )
}
