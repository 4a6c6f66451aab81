import { Input } from 'antd'
import { say } from '../texts.ts'
import { isRecord } from '../yaml/render.ts'
import { type Path, rewrite } from '../yaml/rewrite.ts'
import { useRoom } from './room.ts'
import { readValue, shown, typedValue } from './typed-value.ts'

/** How long a case may wait: every figure of the file with its place. */
export default function ClockTable() {
  const { text, change, mayEdit } = useRoom()
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{say('clocks.what')}</th>
          <th scope="col">{say('clocks.length')}</th>
        </tr>
      </thead>
      <tbody>
        {figuresIn(readValue(text), []).map(({ path, value }) => {
          const name = path.join(' · ')
          return (
            <tr key={name}>
              <th scope="row">{path.map(nameOf).join(' · ')}</th>
              <td>
                <Input
                  key={shown(value)}
                  aria-label={name}
                  defaultValue={shown(value)}
                  disabled={!mayEdit}
                  onBlur={({ target }) => {
                    if (target.value !== shown(value))
                      change(rewrite(text, path, typedValue(target.value, value)), name)
                  }}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The word for a key, or the key itself. */
function nameOf(key: string | number): string {
  const word = say(`clocks.${key}`)
  return word.startsWith('clocks.') ? String(key) : word
}

type Figure = { readonly path: Path; readonly value: unknown }

function figuresIn(value: unknown, path: Path): readonly Figure[] {
  if (!isRecord(value)) return path[0] === 'format' ? [] : [{ path, value }]
  return Object.entries(value).flatMap(([key, each]) => figuresIn(each, [...path, key]))
}
