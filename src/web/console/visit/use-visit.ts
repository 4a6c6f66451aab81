import { useCallback, useEffect, useRef, useState } from 'react'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { shanghai } from '../../../core/time.ts'
import { get } from '../../shared/api/call.ts'
import { useMe } from '../api/desk.ts'
import { serverNow } from '../api/server-time.ts'
import { formPath } from '../assessment/use-form.ts'
import { claimDraft } from './claim-draft.ts'
import { newDraft, type VisitDraft } from './draft.ts'
import {
  allDrafts,
  type KeptForm,
  keepDraft,
  keepForm,
  keepMe,
  readDraft,
  readForm,
  readMe,
} from './phone-store.ts'
import { type Sending, sendVisit } from './send-visit.ts'

/** Milliseconds between tries while something waits. */
const AGAIN = 20_000

/** Milliseconds until the first of them: a line that just broke is often back. */
const SOON = 2_000

/** The visit of this page: kept with each letter, sent as soon as it may. */
export function useVisit(number: string) {
  const asked = useMe()
  const me = asked.data?.id ?? null
  // Who was here last is believed only where nobody can be asked.
  const ready = me !== null || asked.failureCount > 0 || !navigator.onLine
  const [draft, set] = useState<VisitDraft | null>(null)
  const [kept, setForm] = useState<KeptForm | null>(null)
  const [others, setOthers] = useState<readonly VisitDraft[]>([])
  const [sending, setSending] = useState<Sending | 'sending' | null>(null)
  const [stored, setStored] = useState(true)
  const now = useRef<VisitDraft | null>(null)
  const busy = useRef(false)

  const show = useCallback((next: VisitDraft) => {
    now.current = next
    set(next)
  }, [])

  useEffect(() => {
    if (ready) void begin()
    async function begin() {
      const by = me ?? (await readMe().catch(() => '')) ?? ''
      if (me) await keepMe(me).catch(() => setStored(false))
      if (now.current === null) {
        const found = await claimDraft(number, by).catch(() => null)
        show(found ?? newDraft(number, by, shanghai(serverNow()).day))
      } else if (me && now.current.by === '') show({ ...now.current, by: me })
      await bringOthers(me, now.current?.id ?? '')
      setOthers(await allDrafts().catch(() => []))
      const old = await readForm(number).catch(() => undefined)
      if (old) setForm(old)
      if (!me) return
      const form = await get<AssessmentFormView>(formPath(number)).catch(() => null)
      if (!form) return
      const fresh = { form, at: Date.now() }
      setForm(fresh)
      await keepForm(number, fresh).catch(() => setStored(false))
    }
  }, [number, me, ready, show])

  function change(changes: Partial<VisitDraft>) {
    const before = now.current
    if (!before) return
    const fresh = { state: 'writing', why: '', changedAt: Date.now() } as const
    const next = { ...before, ...fresh, ...changes }
    show(next)
    keepDraft(next).then(
      () => setStored(true),
      () => setStored(false),
    )
  }

  async function submit() {
    const before = now.current
    if (!before || busy.current) return
    busy.current = true
    setSending('sending')
    // Kept as waiting first: a page that is closed now is sent when it is opened again.
    await keepDraft({ ...before, state: 'waiting' }).catch(() => setStored(false))
    const how = await sendVisit(before.id).catch((): Sending => 'waiting')
    setSending(how)
    const left = await readDraft(before.id).catch(() => undefined)
    if (left) show(left)
    const form = await readForm(number).catch(() => undefined)
    if (form) setForm(form)
    setOthers(await allDrafts().catch(() => []))
    busy.current = false
  }

  useWaking(draft?.state === 'waiting' && sending !== 'sent', submit)
  return { draft, kept, others, sending, stored, me, change, submit }
}

/** What waits from other visits goes as well, when somebody opens any of them with a network. */
async function bringOthers(me: string | null, own: string): Promise<void> {
  if (me === null) return
  const drafts = await allDrafts().catch(() => [])
  const waiting = drafts.filter(
    ({ id, by, state }) => id !== own && by === me && state === 'waiting',
  )
  for (const { id } of waiting) await sendVisit(id).catch(() => 'waiting')
}

/** Tries again when the network is back, when the page is looked at, and now and then. */
function useWaking(waiting: boolean, wake: () => Promise<void>) {
  const latest = useRef(wake)
  useEffect(() => {
    latest.current = wake
  })
  useEffect(() => {
    if (!waiting) return
    const ring = () => {
      if (navigator.onLine && !document.hidden) void latest.current()
    }
    const soon = setTimeout(ring, SOON)
    const timer = setInterval(ring, AGAIN)
    addEventListener('online', ring)
    document.addEventListener('visibilitychange', ring)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
      removeEventListener('online', ring)
      document.removeEventListener('visibilitychange', ring)
    }
  }, [waiting])
}
