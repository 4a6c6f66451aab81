import { problem } from '../core/errors.ts'
import { FAILPOINTS, type Failpoint, noFailpoint } from '../work/turn/failpoint.ts'

/**
 * Kills this very process at named places, for drills: HEARTH_FAILPOINT is `name:probability`, several
 * separated by commas, `*` for every place. Without it nothing ever happens.
 */
export function failpointOf(setting: string | undefined): Failpoint {
  if (!setting) return noFailpoint
  const odds = new Map(setting.split(',').map(parse))
  return (name) => {
    const odd = odds.get(name) ?? odds.get('*') ?? 0
    if (Math.random() < odd) process.kill(process.pid, 'SIGKILL')
  }
}

function parse(part: string): [string, number] {
  const [name = '', odd = ''] = part.split(':')
  const known = name === '*' || FAILPOINTS.some((each) => each === name)
  const probability = Number(odd)
  if (!known || !(probability >= 0 && probability <= 1)) {
    throw problem('bad_configuration', { setting: 'HEARTH_FAILPOINT', why: part })
  }
  return [name, probability]
}
