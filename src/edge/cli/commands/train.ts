import { parseArgs } from 'node:util'
import { compile } from '../../../core/understanding/compile.ts'
import type { Lexicons } from '../../../core/understanding/lexicons.ts'
import { type Example, type Examples, partOf } from '../../../core/understanding/model/example.ts'
import { measureDanger } from '../../../core/understanding/model/measure-danger.ts'
import { trainDanger } from '../../../core/understanding/model/train-danger.ts'
import type { Weights } from '../../../core/understanding/model/weights.ts'
import { writtenWeights } from '../../../core/understanding/model/written-weights.ts'
import { printed } from './train/print.ts'

export type TrainIo = {
  readonly stdout: { write(text: string): unknown }
  readonly lexicons: () => Promise<Lexicons>
  readonly examples: () => Promise<Examples>
  /** The weights that are in use, undefined before the first training. */
  readonly weights: () => Promise<Weights | undefined>
  readonly save: (text: string) => Promise<void>
}

const HELP = `hearth train: learns from the example sentences what danger sounds like

Reads locales/zh-CN/examples. Learns from two thirds of the templates and 85 % of the written lines, where
five folds choose the thresholds, and measures on the rest; then learns from all of them and writes
locales/zh-CN/weights/danger.json. The same examples give the same bytes.
  --check   writes nothing; exit code 1 when the weights in use come from other examples
  --json    figures as JSON
Exit code: 0, 1 as above, 2 for a wrong call.
`

const OPTIONS = {
  check: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `hearth train`. */
export async function run(args: readonly string[], io: TrainIo): Promise<number> {
  const call = readCall(args)
  if (!call || call.help) {
    io.stdout.write(HELP)
    return call ? 0 : 2
  }
  const [lexicons, examples] = [await io.lexicons(), await io.examples()]
  const before = await io.weights()
  const fresh = before?.examples === examples.hash
  const compiled = compile(lexicons)
  const train = (of: readonly Example[]) => trainDanger(of, examples.hash, compiled)
  if (!call.check) await io.save(writtenWeights(train(examples.examples)))
  const apart = train(examples.examples.filter((e) => partOf(e) === 'train'))
  const figures = measureDanger(examples.examples, apart, compiled)
  io.stdout.write(call.json ? `${JSON.stringify(figures)}\n` : printed(figures))
  return call.check && !fresh ? 1 : 0
}

function readCall(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch {
    return undefined
  }
}
