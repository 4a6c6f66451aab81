import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { parse } from 'yaml'
import { CHANNEL_TABLE } from '../../core/contract/channel/channel-table.ts'
import { kindOf } from '../../core/contract/studio/document-kinds.ts'
import type { Finding } from '../../core/contract/studio/documents.ts'
import { checkBundle } from '../../core/dialog/check/check-bundle.ts'
import { bundleOf, type FlowBundle } from '../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../core/dialog/flow/schema.ts'
import type { House } from '../../core/dialog/house.ts'
import { tellFailure } from '../../core/dialog/rehearse/failure.ts'
import { playTalk } from '../../core/dialog/rehearse/play-talk.ts'
import { readTalks, type StoredTalk } from '../../core/dialog/rehearse/stored-talk.ts'
import { isProblem } from '../../core/errors.ts'
import type { DocumentFiles, Findings } from '../../work/ports/documents.ts'
import { checkHearing } from './check-hearing.ts'
import { foldersIn, hashOfText, readDocuments, writeTexts } from './document-texts.ts'
import { flowLines } from './flow-lines.ts'
import { FOLDERS, loadHouse } from './house.ts'
import { loadPersonas } from './personas.ts'
import { type FlowText, readFlowText } from './read-flow-text.ts'
import { readTranslations } from './translations.ts'

type Texts = ReadonlyMap<string, string>

/** The documents of this house, and the checks of texts that may take their place; new words are tried on each nth example line. */
export function documentFiles(house: () => House, eachLine = 1): DocumentFiles {
  const read = remembering(readFlowText)
  const kept = keptFindings()
  return {
    shipped: () => readDocuments(FOLDERS),
    hash: hashOfText,
    check: (texts, { talks, changed }) =>
      kept(house(), [[...texts], changed, talks], async () => {
        const began = performance.now()
        const found = await look(house(), texts, changed, read)
        const isSound = !found.problems.some(({ level }) => level === 'error')
        const played = talks && isSound && found.house ? await playAll(found.house, texts) : NOTHING
        const lexicons = changed.filter((path) => kindOf(path) === 'lexicon')
        const hearing =
          talks && isSound && found.house && lexicons.length > 0
            ? await checkHearing(house().knowledge, found.house.knowledge, eachLine)
            : undefined
        return {
          problems: [...found.problems, ...played.problems, ...unheard(hearing, lexicons)],
          talks: played.talks,
          ...(hearing ? { hearing } : {}),
          took: performance.now() - began,
        }
      }),
    house: (texts, drafts) => loadWith(house(), texts, drafts),
    houseWith: async (texts, changed) => (await look(house(), texts, changed, read)).house,
    personas: () => loadPersonas(FOLDERS.data),
  }
}

/**
 * What was found once is not looked for again while the same texts stand on the same house: whoever submits, reviews
 * and approves asks for the same three times.
 */
function keptFindings() {
  const all = new WeakMap<House, Map<string, Promise<Findings>>>()
  return (house: House, about: unknown, look: () => Promise<Findings>): Promise<Findings> => {
    const known = all.get(house) ?? new Map<string, Promise<Findings>>()
    all.set(house, known)
    const key = hashOfText(JSON.stringify(about))
    const before = known.get(key)
    if (before) return before
    const found = look()
    if (known.size >= MOST_FINDINGS) known.clear()
    known.set(key, found)
    found.catch(() => known.delete(key))
    return found
  }
}

/** Of each some kB. */
const MOST_FINDINGS = 20

const NOTHING = { problems: [] as Finding[], talks: [] as Findings['talks'] }

type Look = { readonly problems: readonly Finding[]; readonly house: House | null }

/** Files of their own kind are loaded as the house loads them; flows are read from memory, which is fast. */
async function look(
  house: House,
  texts: Texts,
  changed: readonly string[],
  read: (text: string) => FlowText,
): Promise<Look> {
  const strange = changed.filter((path) => kindOf(path) === undefined)
  if (strange.length > 0) {
    return { problems: strange.map((path) => finding('error', 'unknown_document', path)), house }
  }
  const isFlow = (path: string) => ['flow', 'talks'].includes(kindOf(path) ?? '')
  const loaded = changed.every(isFlow) ? { problems: [], house } : await load(house, texts, changed)
  const flows = lookAtFlows(loaded.house ?? house, texts, read)
  return {
    problems: [...loaded.problems, ...flows.problems],
    house: loaded.house && flows.house,
  }
}

/** The whole house with these texts, in a folder that is thrown away. */
async function load(house: House, texts: Texts, changed: readonly string[]): Promise<Look> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-check-'))
  try {
    const quiet = [...texts].filter(([path]) => kindOf(path) !== 'flow')
    await writeTexts(folder, FOLDERS, new Map(quiet))
    const loaded = await loadHouse(house.district, foldersIn(folder))
    return { problems: changed.flatMap((path) => unverified(path, loaded)), house: loaded }
  } catch (error) {
    return { problems: [badData(error, texts)], house: null }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As much of the drafts as can be loaded: one that is broken is left out, and the others are tried again. */
async function loadWith(
  house: House,
  texts: Texts,
  drafts: Texts,
): Promise<{ readonly house: House; readonly leftOut: readonly string[] }> {
  const tried = new Map(drafts)
  while (tried.size > 0) {
    const loaded = await load(house, new Map([...texts, ...tried]), [])
    if (loaded.house) return { house: loaded.house, leftOut: without(drafts, tried) }
    const broken = loaded.problems[0]?.path ?? ''
    if (!tried.delete(broken)) break
  }
  return { house, leftOut: [...drafts.keys()] }
}

const without = (all: Texts, some: Texts) => [...all.keys()].filter((path) => !some.has(path))

/** Numbers that nobody has compared with their source yet: people will be sent to them, or judged by them. */
function unverified(path: string, { hotlines, parameters }: House): readonly Finding[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace('.yaml', '')
  const warn = (code: string, about: string) => finding('warning', code, path, { about })
  if (kindOf(path) === 'hotlines') {
    const lines = hotlines.find(({ id }) => id === name)?.lines ?? []
    const open = lines.filter(({ verifiedOn }) => verifiedOn === undefined)
    return open.map(({ id, number }) => warn('hotline_unverified', `${id} ${number}`))
  }
  if (kindOf(path) === 'parameters') {
    const open = parameters.filter((each) => each.region === name && each.needsVerification)
    return open.map((each) => warn('parameter_unverified', `${each.name} ${each.validFrom}`))
  }
  return []
}

/** What a loader says, at the document that it names. */
function badData(error: unknown, texts: Texts): Finding {
  const details = isProblem(error) ? error.details : {}
  const file = String(details.file ?? '')
  const path = [...texts.keys()].find((each) => each.endsWith(`/${file}`)) ?? file
  const { field, ...rest } = details
  const said = isProblem(error) ? JSON.stringify({ ...rest, file: undefined }) : String(error)
  const about = said.slice(0, 500)
  return finding('error', 'bad_data', path, {
    about,
    ...(typeof field === 'string' ? { field } : {}),
  })
}

function lookAtFlows(house: House, texts: Texts, read: (text: string) => FlowText): Look {
  const files = [...texts].filter(([path]) => kindOf(path) === 'flow')
  const flows: (readonly [string, Flow])[] = []
  const problems: Finding[] = []
  for (const [path, text] of files) {
    const found = read(text)
    if (found.ok) flows.push([path, found.flow])
    else {
      const each = found.problems.map(({ says, ...rest }) =>
        finding('error', 'unreadable', path, { about: says, ...rest }),
      )
      problems.push(...each)
    }
  }
  if (problems.length > 0) return { problems, house: null }
  const written = flows.map(([, flow]) => flow)
  const bundle = bundleOf(hashOfText(JSON.stringify(written)), written)
  return {
    problems: bundleProblems(
      house,
      bundle,
      new Map(flows.map(([path, { id }]) => [id, path])),
      texts,
    ),
    house: { ...house, current: bundle.hash, bundles: { ...house.bundles, [bundle.hash]: bundle } },
  }
}

function bundleProblems(
  house: House,
  bundle: FlowBundle,
  pathOf: ReadonlyMap<string, string>,
  texts: Texts,
): readonly Finding[] {
  const lines = remembering((path: string) => flowLines(texts.get(path) ?? ''))
  const before = house.bundles[house.current]
  const beside = {
    channels: CHANNEL_TABLE,
    translations: readTranslations(texts),
    ...(before ? { before } : {}),
  }
  return checkBundle(bundle, house.wording, beside).map((each) => {
    const { level, code, flow, step, field, about } = each
    const path = pathOf.get(flow) ?? ''
    const line = path === '' ? undefined : lines(path)(step, field)
    return finding(level, code, path, {
      flow,
      ...(step === undefined ? {} : { step }),
      ...(field === undefined ? {} : { field }),
      ...(about === undefined ? {} : { about }),
      ...(line === undefined ? {} : { line }),
    })
  })
}

/** Danger that is not heard any more is refused; what is heard less loudly, or cries wolf, is looked at. */
function unheard(hearing: Findings['hearing'], [path = '']: readonly string[]): readonly Finding[] {
  return (hearing?.counts ?? []).flatMap(({ kind, lines }) => {
    const isMuch = kind === 'rule_lost' && lines > (hearing?.danger ?? 0) * RULES_MAY_LOSE
    const level = isMuch ? 'error' : HEARING_LEVELS[kind]
    if (level === undefined || lines === 0) return []
    const told = hearing?.changes.filter((each) => each.kind === kind).slice(0, TOLD) ?? []
    const about = `${lines}：${told.map(({ text }) => `「${text}」`).join('')}`.slice(0, 500)
    return [finding(level, kind, path, { about })]
  })
}

const HEARING_LEVELS: Readonly<Record<string, Finding['level']>> = {
  danger_lost: 'error',
  rule_lost: 'warning',
  danger_lower: 'warning',
  alarm_new: 'warning',
}

/** Share of danger that may be left to what was learned: as near as the floors of the gate are to its figures. */
const RULES_MAY_LOSE = 0.01

/** Lines that a finding names. */
const TOLD = 3

/** One talk after the other, so that residents are answered in between. */
async function playAll(house: House, texts: Texts): Promise<typeof NOTHING> {
  const problems: Finding[] = []
  const talks: Findings['talks'][number][] = []
  for (const [path, text] of texts) {
    if (kindOf(path) !== 'talks') continue
    for (const talk of talksOf(path, text, problems)) {
      await breathe()
      const { failures } = playTalk(house, talk)
      const [first] = failures
      const says = first ? tellFailure(first) : ''
      talks.push({ name: talk.name, passed: !first, says, failures })
      if (first) {
        const about = `${talk.name}: ${says}`.slice(0, 500)
        problems.push(finding('error', 'talk_failed', path, { about, field: talk.name }))
      }
    }
  }
  return { problems, talks }
}

function talksOf(path: string, text: string, problems: Finding[]): readonly StoredTalk[] {
  return readTalks(parsed(text)).flatMap((each) => {
    if (each.ok) return [each.talk]
    problems.push(finding('error', 'bad_talk', path, { field: each.field, about: each.says }))
    return []
  })
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}

/** The key names what was found and where, not the line: a line above it changes nothing. */
function finding(
  level: Finding['level'],
  code: string,
  path: string,
  more: Omit<Finding, 'level' | 'code' | 'path' | 'key'> = {},
): Finding {
  const { step = '', field = '', about = '' } = more
  const key = [code, path, step, field, about].join('|').slice(0, 300)
  return { level, code, path, key, ...more }
}

/** Remembers the last answers: of ten flows one is edited at a time. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = work(text)
    if (known.size >= 40) known.clear()
    known.set(text, made)
    return made
  }
}
