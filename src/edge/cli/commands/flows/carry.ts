import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isProblem } from '../../../../core/errors.ts'
import type { Carrying } from '../../../../work/ports/carrying.ts'

export type CarryIo = {
  readonly stdout: { write(text: string): unknown }
  /** Where it is told what could not be carried. */
  readonly stderr: { write(text: string): unknown }
  readonly carrying: Carrying
}

/** `hearth flows import-xlsform|import-rapidpro FILE`: the flow as YAML; what stays behind goes to standard error. */
export async function carryIn(file: string, io: CarryIo): Promise<number> {
  try {
    for (const { text, left } of await io.carrying.read(basename(file), await readFile(file))) {
      io.stdout.write(text)
      tellLeft(left, io)
    }
    return 0
  } catch (error) {
    return told(error, file, io)
  }
}

/** `hearth flows export-xlsform FLOW.yaml FILE.xlsx`. */
export async function carryOut(flow: string, file: string, io: CarryIo): Promise<number> {
  try {
    const { bytes, left } = await io.carrying.write(await readFile(flow, 'utf8'))
    await writeFile(file, bytes)
    tellLeft(left, io)
    return 0
  } catch (error) {
    return told(error, flow, io)
  }
}

function tellLeft(left: Awaited<ReturnType<Carrying['write']>>['left'], { stderr }: CarryIo): void {
  for (const { code, at, what } of left) stderr.write(`left behind  ${code}  ${at}  ${what}\n`)
}

function told(error: unknown, file: string, { stderr }: CarryIo): number {
  const isNone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (!isNone && !isProblem(error)) throw error
  stderr.write(`${file}: ${isNone ? 'no such file' : (error as Error).message}\n`)
  return 1
}
