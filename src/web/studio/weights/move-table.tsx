import { LEVELS, type Level, type Move } from '../../../core/assessment/figures.ts'
import { say } from './texts.ts'

/** How many households go from which grade (a line) to which (a column). */
export function MoveTable({ moves }: { readonly moves: readonly Move[] }) {
  const moved = moves.filter(({ from, to }) => from !== to)
  const up = moved.filter(({ from, to }) => LEVELS.indexOf(to) > LEVELS.indexOf(from))
  const [households, worse] = [sum(moved), sum(up)]
  const counts = {
    households,
    persons: moved.reduce((all, { persons }) => all + persons, 0),
    up: worse,
    down: households - worse,
  }
  return (
    <>
      <p role="status" className="weights-total">
        {say(households === 0 ? 'moves.none' : 'moves.total', counts)}
      </p>
      <table className="weights-table">
        <caption>{say('moves.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {say('before')} → {say('after')}
            </th>
            {LEVELS.map((to) => (
              <th key={to} scope="col">
                {say(`level.${to}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((from) => (
            <tr key={from}>
              <th scope="row">{say(`level.${from}`)}</th>
              {LEVELS.map((to) => (
                <Cell key={to} {...{ from, to }} count={sum(between(moves, from, to))} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type CellProps = { readonly from: Level; readonly to: Level; readonly count: number }

function Cell({ from, to, count }: CellProps) {
  const stays = from === to
  const mark = stays || count === 0 ? '' : LEVELS.indexOf(to) > LEVELS.indexOf(from) ? '↑' : '↓'
  return (
    <td className={mark === '' ? 'stays' : 'moves'}>
      {mark}
      {count.toLocaleString()}
    </td>
  )
}

const between = (moves: readonly Move[], from: Level, to: Level) =>
  moves.filter((move) => move.from === from && move.to === to)

const sum = (moves: readonly Move[]) =>
  moves.reduce((households, move) => households + move.households, 0)
