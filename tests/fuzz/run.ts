import { parseArgs } from 'node:util'
import { type Fault, fuzz, type Target } from './fuzz.ts'
import { targetsNamed } from './targets.ts'

/** `npm run fuzz`: every decoder for some seconds; exit code 1 when one throws or is slow. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    runs: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '20261121' },
    target: { type: 'string' },
  },
})
const bounds = {
  seed: Number(values.seed),
  ms: Number(values.seconds) * 1000,
  runs: Number(values.runs),
}
const chosen = await targetsNamed(values.target)
const faults = chosen.flatMap(tell)
process.exitCode = faults.length > 0 || chosen.length === 0 ? 1 : 0

function tell(target: Target): readonly Fault[] {
  const before = performance.now()
  const { runs, reached, kept, slowest, faults } = fuzz(target, bounds)
  const each = Math.round((runs * 1000) / (performance.now() - before))
  const figures = `${runs} inputs (${each}/s), ${reached} characters of code reached by ${kept.length}, slowest ${slowest.toFixed(1)} ms`
  process.stdout.write(`${target.name.padEnd(14)} ${figures}, ${faults.length} faults\n`)
  for (const { why, says, input } of faults) {
    process.stdout.write(
      `  ${why}: ${says}\n  ${JSON.stringify(Buffer.from(input).toString('latin1'))}\n`,
    )
  }
  return faults
}
