import { assign, createMachine } from 'xstate'
import type { DomainEvent } from '../../events/event.ts'
import type { Outgoing } from '../../events/outgoing.ts'
import type { Memory } from './memory.ts'
import type { Signal } from './signal.ts'

/**
 * The few words in which states are written. XState's own types need every state named at compile time; flows
 * are data, so the shapes are spelled out here and cast once, in `assemble`.
 */
export type Node = {
  readonly id?: string
  readonly initial?: string
  readonly type?: 'history'
  readonly history?: 'deep'
  readonly target?: string
  readonly entry?: readonly Action[]
  readonly always?: readonly Move[]
  readonly on?: Readonly<Record<string, readonly Move[]>>
  readonly states?: Readonly<Record<string, Node>>
}

export type Move = {
  readonly guard?: Guard
  readonly target?: string
  readonly actions?: readonly Action[]
  /** Leave and enter the state again, so that its question is asked anew. */
  readonly reenter?: boolean
}

type Args = { readonly context: Memory; readonly event: Signal }
export type Guard = (args: Args) => boolean
export type Action = object

/** A guard over memory and signal. */
export function when(test: (memory: Memory, signal: Signal) => boolean): Guard {
  return ({ context, event }) => test(context, event)
}

/** Change what is remembered. */
export function remember(change: (memory: Memory, signal: Signal) => Partial<Memory>): Action {
  return assign<Memory, Signal, undefined, Signal, never>(({ context, event }) =>
    change(context, event),
  )
}

/** Say something; null says nothing. */
export function tell(message: (memory: Memory, signal: Signal) => Outgoing | null): Action {
  return {
    type: 'tell',
    params: ({ context, event }: Args) => ({ message: message(context, event) }),
  }
}

/** Put what happened into the record; null records nothing. */
export function note(event: (memory: Memory, signal: Signal) => DomainEvent | null): Action {
  return { type: 'note', params: ({ context, event: s }: Args) => ({ event: event(context, s) }) }
}

export function assemble(id: string, memory: Memory, root: Node) {
  const config = { id, context: memory, ...root } as unknown as Parameters<typeof createMachine>[0]
  return createMachine(config)
}

export type Machine = ReturnType<typeof assemble>
