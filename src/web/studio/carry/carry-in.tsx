import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { CARRY_LIMIT, type CarriedIn } from '../../../core/contract/studio/carry.ts'
import { isFailure, post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { CarriedFlow } from './carried-flow.tsx'
import { has, say } from './texts.ts'

type Carried = z.infer<typeof CarriedIn>

/** A file of another program: what it becomes here, and what stays behind, before anything is saved. */
export function CarryIn() {
  const { message } = App.useApp()
  const field = useRef<HTMLInputElement>(null)
  const [carried, show] = useState<Carried['flows']>([])
  const carry = useDeed(
    (file: { readonly name: string; readonly data: string }) =>
      post<Carried>('/api/studio/carry', file),
    [],
  )
  const take = async (file: File) => {
    const data = base64Of(new Uint8Array(await file.arrayBuffer()))
    if (data.length > CARRY_LIMIT) return void message.error(say('large'), 6)
    carry.mutate({ name: file.name, data }, { onSuccess: ({ flows }) => show(flows) })
  }
  return (
    <section aria-label={say('in')}>
      <h2>{say('in')}</h2>
      <p>{say('in.about')}</p>
      <Button type="primary" loading={carry.isPending} onClick={() => field.current?.click()}>
        {say(carry.isPending ? 'in.reading' : 'in.choose')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={say('in.choose')}
        accept=".xlsx,.json"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void take(file)
          target.value = ''
        }}
      />
      {carry.isError && <WhyNot error={carry.error} />}
      {carried.map((flow) => (
        <CarriedFlow key={`${flow.path} ${flow.text.length}`} flow={flow} />
      ))}
    </section>
  )
}

/** What is wrong with the file, where the house could tell. */
function WhyNot({ error }: { readonly error: Error }) {
  const field = isFailure(error) ? (error.trouble.field ?? '') : ''
  const key = `trouble.${field.replace('data.', '')}`
  return has(key) ? <p role="alert">{say(key)}</p> : null
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let signs = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    signs += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  }
  return btoa(signs)
}

const PIECE = 8_192
