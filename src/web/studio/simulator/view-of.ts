import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import { mergeTurn } from '../../../core/contract/channel/merge.ts'
import { render } from '../../../core/contract/channel/render.ts'
import type { Begin } from '../../../core/dialog/rehearse/moves.ts'
import { endOf, whatWaits } from '../../../core/dialog/rehearse/play-talk.ts'
import type { PlacedMove, Replayed } from '../../../core/dialog/rehearse/replay.ts'
import { memoryIn, type Session } from '../../../core/dialog/rehearse/session.ts'
import { settingOf, walked } from '../../../core/dialog/rehearse/walked.ts'
import { whyNow } from '../../../core/dialog/rehearse/why-now.ts'
import { reads } from '../../../core/dialog/say/reads.ts'
import type { Outgoing } from '../../../core/events/outgoing.ts'
import { caseOf, effectsOf } from './effects.ts'
import type { Known, Said, SaidReason, Turn, View } from './view.ts'

type ReadCondition = (condition: string) => string | null

/** A rehearsed talk as the screen shows it. */
export function viewOf(
  begin: Begin,
  { sessions, made, rest, gone }: Replayed,
  read: ReadCondition,
  took: number,
): View {
  const here = sessions.at(-1) as Session
  return {
    begin,
    turns: sessions.map((session, at) => turnOf(sessions[at - 1], session, made[at - 1])),
    rest,
    gone: gone.map(({ at }) => at),
    now: here.now,
    wakeAt: here.wakeAt,
    waits: whatWaits(here),
    ends: endOf(here),
    why: reasonsOf(here, read),
    known: knownIn(here),
    case: here.file && caseOf(here.house, here.file),
    took,
  }
}

/** Turns that were shown before are not made again. */
const turns = new WeakMap<Session, Turn>()

function turnOf(
  before: Session | undefined,
  session: Session,
  placed: PlacedMove | undefined,
): Turn {
  const known = turns.get(session)
  if (known && known.placed === (placed ?? null)) return known
  const { lines, events, house, channel, now } = session
  const fresh = lines.slice(before?.lines.length ?? 0)
  const turn: Turn = {
    placed: placed ?? null,
    tapped: placed && 'tap' in placed.move ? labelIn(before, placed.move.tap) : null,
    at: now,
    said: saidIn(
      channel,
      fresh.flatMap(({ message }) => message ?? []),
    ),
    walked: walked(before, session),
    effects: effectsOf(house, events.slice(before?.events.length ?? 0), before?.file ?? null),
    waits: whatWaits(session),
  }
  turns.set(session, turn)
  return turn
}

/** The messages of one turn as the channel shows them: joined, split, with buttons, lines or numbers. */
function saidIn(channel: string, messages: readonly Outgoing[]): readonly Said[] {
  const capabilities = capabilitiesOf(channel)
  const { style } = capabilities.options
  return mergeTurn(messages, capabilities.merges).flatMap(({ message }) => {
    const { from, by = null } = message
    // Buttons stay, so our own page shows them instead of the lines.
    const shown =
      style === 'buttons' && message.options
        ? [{ text: message.text, options: numbered(message.options) }]
        : render(message, capabilities)
    return shown.map(({ text, options }) => ({ from, by, text, options, style }))
  })
}

function numbered(options: NonNullable<Outgoing['options']>): Said['options'] {
  let number = 0
  return options.map(({ id, label, unnumbered }) => {
    if (unnumbered) return { id, label }
    number += 1
    return { id, label: `${number} ${label}` }
  })
}

/** What an option was called when it was last sent out. */
function labelIn(before: Session | undefined, option: string): string {
  const messages = (before?.lines ?? []).flatMap(({ message }) => message?.options ?? [])
  return messages.findLast(({ id }) => id === option)?.label ?? option
}

function reasonsOf(session: Session, read: ReadCondition): readonly SaidReason[] {
  const { indicators } = session.house.model
  return whyNow(session).map((reason) => {
    const said =
      'when' in reason
        ? read(reason.when)
        : 'indicator' in reason
          ? indicators.find(({ code }) => code === reason.indicator)?.name
          : undefined
    return said ? { ...reason, reads: said } : reason
  })
}

function knownIn(session: Session): readonly Known[] {
  const setting = settingOf(session)
  const memory = memoryIn(session)
  if (!setting || !memory) return []
  return Object.entries(memory.answers).map(([slot, kept]) => ({
    slot,
    label: setting.slots[slot]?.label ?? slot,
    reads: 'value' in kept ? reads(setting, slot, kept.value) : '',
    basis: kept.basis,
    step: kept.step,
  }))
}
