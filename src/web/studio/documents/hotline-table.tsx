import { Button, Input } from 'antd'
import { say } from '../texts.ts'
import { rewrite } from '../yaml/rewrite.ts'
import { useRoom } from './room.ts'
import { recordsAt, shown, typedValue } from './typed-value.ts'

/** The hotlines of a region as a table: a number is found and changed without reading the file. */
export default function HotlineTable() {
  const { text, change, mayEdit } = useRoom()
  const lines = recordsAt(text, 'lines')
  const put = (at: number, field: string, typed: string) =>
    change(
      rewrite(
        text,
        ['lines', at, field],
        typed === '' ? undefined : typedValue(typed, lines[at]?.[field]),
        LINE,
      ),
      `${at}.${field}`,
    )
  const add = () =>
    change(
      rewrite(text, ['lines', lines.length], {
        id: 'new_line',
        number: '0',
        name: say('lines.new'),
        hours: 'always',
        source: '…',
      }),
    )
  return (
    <table className="lines">
      <thead>
        <tr>
          {LINE.map((field) => (
            <th key={field} scope="col">
              {say(`lines.${field}`)}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{say('lines.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(lines).map(([place, line]) => (
          <tr key={place}>
            {LINE.map((field) => (
              <td key={field}>
                <Input
                  key={shown(line[field])}
                  aria-label={`${say(`lines.${field}`)} ${shown(line.name)}`}
                  defaultValue={shown(line[field])}
                  disabled={!mayEdit}
                  onBlur={({ target }) => {
                    if (target.value !== shown(line[field])) put(Number(place), field, target.value)
                  }}
                />
              </td>
            ))}
            <td>
              <Button
                disabled={!mayEdit || lines.length < 2}
                onClick={() => change(rewrite(text, ['lines', Number(place)], undefined))}
              >
                {say('lines.remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{mayEdit && <Button onClick={add}>{say('lines.add')}</Button>}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const LINE = ['id', 'number', 'name', 'hours', 'sms', 'verified_on', 'source']
