import { Alert, Button } from 'antd'
import { useRef } from 'react'
import { say } from '../../shared/texts.ts'
import type { AttachedFile } from './drafts.ts'
import type { Attaching } from './use-attach.ts'

type Props = {
  readonly number: string
  readonly files: readonly AttachedFile[]
  readonly attaching: Attaching
  readonly drop: (id: string) => void
}

/** What the house takes; what else is chosen is refused with a sentence. */
const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,audio/*'

/** Files that go with the reply (附件): chosen, pasted, looked at once more, taken away. */
export function AttachedFiles({ number, files, attaching, drop }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const { busy, refused, add } = attaching
  return (
    <div className="attached">
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {say('attach.add')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={TAKEN}
        aria-label={say('attach.add')}
        onChange={({ target }) => {
          add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      {files.length > 0 && (
        <ul aria-label={say('attach.title')}>
          {files.map(({ id, kind, label }, at) => (
            <li key={id}>
              {kind === 'image' ? (
                <img src={`/api/desk/files/${id}?case=${number}`} alt={`${label} ${at + 1}`} />
              ) : (
                <span>{label}</span>
              )}
              <Button
                size="small"
                type="text"
                aria-label={say('attach.drop_named', { name: `${label} ${at + 1}` })}
                onClick={() => drop(id)}
              >
                {say('attach.drop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refused.map((message) => (
        <Alert key={message} type="warning" role="alert" title={message} />
      ))}
    </div>
  )
}
