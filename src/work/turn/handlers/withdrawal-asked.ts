import { caseEvent, type Handler } from './handler.ts'

/** Consent was withdrawn: everything is erased at once (个人信息保护法 art. 15 and 47). */
export const withdrawalAsked: Handler<'withdrawal_asked'> = (event, context) => {
  const { ref, at, seq } = context
  const { bucket } = ref
  const id = `erase:${ref.id}`
  const detail = { conversation: ref.id, seq }
  return {
    writes: [
      ...caseEvent(context, event.case, 'withdrawal_asked', {}),
      {
        kind: 'set_job',
        job: { bucket, id, kind: 'erase', dueAt: at, detail },
      },
    ],
  }
}
