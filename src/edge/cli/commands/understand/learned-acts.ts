import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Knowledge } from '../../../../core/understanding/knowledge.ts'
import { understand } from '../../../../core/understanding/understand.ts'
import { Labelled, NOW } from './labelled.ts'
import { askedOf } from './labels.ts'

/** The act of a message by a trained classifier: one name. */
type Classify = (text: string) => Promise<string | undefined>

export type ActsRow = { readonly of: number; readonly ours: number; readonly theirs: number | null }

/**
 * Acts beside nlp.js, which learns from one labelled file and answers another. A message counts when
 * an act that was heard is one of its labels: nlp.js names one act only.
 */
export async function actsBeside(
  files: { readonly learn: string; readonly test: string; readonly folder: string },
  knowledge: Knowledge,
): Promise<ActsRow> {
  const lines = await linesOf(files.test)
  const classify = await trained(files.folder, await linesOf(files.learn))
  const row = { of: lines.length, ours: 0, theirs: classify === undefined ? null : 0 }
  for (const { text, ctx, acts } of lines) {
    const [first] = understand(text, askedOf(ctx, NOW), knowledge).acts
    if (first !== undefined && acts.includes(first.act)) row.ours++
    const theirs = await classify?.(text)
    if (row.theirs !== null && theirs !== undefined && acts.includes(theirs)) row.theirs++
  }
  return row
}

type Line = { readonly text: string; readonly ctx: string; readonly acts: readonly string[] }

async function linesOf(file: string): Promise<readonly Line[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((l) => l.trim() !== '')
  return lines
    .map((l) => Labelled.parse(JSON.parse(l)))
    .flatMap(({ text, ctx, acts }) => (acts === undefined ? [] : [{ text, ctx, acts }]))
}

type Nlp = {
  addLanguage(language: string): void
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<unknown>
  process(language: string, text: string): Promise<{ readonly intent?: string }>
}

async function trained(folder: string, lines: readonly Line[]): Promise<Classify | undefined> {
  const nlp = await load(folder)
  if (nlp === undefined) return undefined
  nlp.addLanguage('zh')
  for (const { text, acts } of lines) {
    if (acts[0] !== undefined) nlp.addDocument('zh', text, acts[0])
  }
  await nlp.train()
  return async (text) => (await nlp.process('zh', text)).intent
}

/** nlp.js (MIT), when it is installed in `folder`; it is no dependency of the program. */
async function load(folder: string): Promise<Nlp | undefined> {
  try {
    const from = createRequire(join(resolve(folder), 'package.json'))
    const container = await from('@nlpjs/core').containerBootstrap()
    container.use(from('@nlpjs/lang-zh').LangZh)
    const { Nlp } = from('@nlpjs/nlp')
    const nlp: Nlp = new Nlp({ container, autoSave: false, log: false })
    return nlp
  } catch {
    return undefined
  }
}
