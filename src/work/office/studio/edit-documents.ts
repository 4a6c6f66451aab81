import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Draft } from '../../ports/documents.ts'
import type { DocumentEntry, DocumentOpened, Studio } from '../../ports/studio.ts'
import { conflictsIn, type Ground, readGround, type StudioParts } from './ground.ts'
import { lookAt } from './look-at.ts'
import { mayOf, mayWrite, mustRead, mustWrite } from './may.ts'

/** Looking at documents and writing drafts of them. */
export function editDocuments(
  parts: StudioParts,
): Pick<Studio, 'list' | 'open' | 'save' | 'putAway' | 'check'> {
  const { documents, files } = parts
  return {
    list: async (staff) => {
      await mustRead(documents, staff)
      const { ground, drafts } = await look(parts, staff)
      const paths = new Set([...ground.texts.keys(), ...drafts.keys()])
      const conflicts = conflictsIn(ground, files.hash)
      return [...paths].toSorted().map((path) => entryOf(ground, conflicts, path, drafts.get(path)))
    },
    open: async (staff, path) => {
      await mustRead(documents, staff)
      const { ground, drafts, versions } = await look(parts, staff)
      return openedOf(parts, ground, path, {
        draft: drafts.get(path),
        version: versions.get(path) ?? 0,
        mayEdit: mayWrite(await mayOf(documents, staff), [path]),
      })
    },
    save: async (staff, path, { text, version }) => {
      await mustWrite(documents, staff, [path])
      return documents.saveDraft(staff, { path, text, version })
    },
    putAway: async (staff, path, version) => {
      await mustWrite(documents, staff, [path])
      return documents.saveDraft(staff, { path, text: null, version })
    },
    check: async (staff, { texts, talks }) => {
      await mustRead(documents, staff)
      const changes = Object.entries(texts).map(([path, after]) => ({ path, after }))
      return lookAt(parts, await readGround(parts, staff), changes, { talks })
    },
  }
}

async function look(parts: StudioParts, staff: Staff) {
  const [ground, all] = await Promise.all([readGround(parts, staff), parts.documents.drafts(staff)])
  const open = all.filter(({ text }) => text !== null)
  return {
    ground,
    drafts: new Map(open.map((draft) => [draft.path, draft])),
    versions: new Map(all.map(({ path, version }) => [path, version])),
  }
}

function entryOf(
  ground: Ground,
  conflicts: ReadonlySet<string>,
  path: string,
  draft: Draft | undefined,
): DocumentEntry {
  return {
    path,
    title: titleOf(path, draft?.text ?? ground.texts.get(path) ?? ''),
    draft: draft ? { by: draft.by, at: draft.at } : null,
    published: ground.overlay.some((each) => each.path === path) ? ground.number : null,
    conflict: conflicts.has(path),
  }
}

function openedOf(
  parts: StudioParts,
  ground: Ground,
  path: string,
  how: {
    readonly draft: Draft | undefined
    readonly version: number
    readonly mayEdit: boolean
  },
): DocumentOpened {
  const base = ground.texts.get(path)
  const { draft, version } = how
  if (base === undefined && !draft) throw problem('not_found', { document: path })
  return {
    ...entryOf(ground, conflictsIn(ground, parts.files.hash), path, draft),
    text: draft?.text ?? base ?? '',
    base: base ?? '',
    shipped: ground.shipped.get(path) ?? null,
    version,
    mayEdit: how.mayEdit,
  }
}

/** What the file calls itself, else its name. */
const titleOf = (path: string, text: string): string =>
  /^(?:title|name): *["']?([^\n"']+)/m.exec(text.slice(0, 2_000))?.[1]?.trim() ??
  path.slice(path.lastIndexOf('/') + 1)
