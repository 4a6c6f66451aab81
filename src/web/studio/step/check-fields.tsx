import { Input } from 'antd'
import { isRecord } from '../yaml/render.ts'
import { Labelled } from './fields.tsx'
import { say } from './texts.ts'
import { textIn, useStep } from './write.ts'

const LIMITS: Readonly<Record<string, readonly string[]>> = {
  ...{
    number: ['min', 'max'],
    household: ['min', 'max'],
    age: ['min', 'max'],
    money: ['min', 'max'],
  },
  ...{ text: ['min_length', 'max_length'], name: ['min_length', 'max_length'] },
  ...{ story: ['min_length', 'max_length'], photos: ['max_files'] },
}

/** What an answer may be: numbers and lengths. */
export function CheckFields({ type }: { readonly type: string }) {
  const { value, write, mayEdit } = useStep()
  const check = isRecord(value.check) ? value.check : {}
  const limits = [...new Set([...(LIMITS[type] ?? []), ...Object.keys(check)])]
  const set = (limit: string, typed: string) => {
    const number = typed.trim() === '' ? undefined : Number(typed)
    const next = { ...check, [limit]: Number.isNaN(number) ? undefined : number }
    const left = Object.entries(next).filter(([, each]) => each !== undefined)
    write('check', left.length > 0 ? Object.fromEntries(left) : undefined)
  }
  return (
    <div className="pair">
      {limits.map((limit) => (
        <Labelled key={limit} id={`check-${limit}`} label={say(`check.${limit}`)}>
          <Input
            id={`check-${limit}`}
            inputMode="numeric"
            value={textIn(check, limit)}
            disabled={!mayEdit}
            onChange={({ target }) => set(limit, target.value)}
          />
        </Labelled>
      ))}
    </div>
  )
}
