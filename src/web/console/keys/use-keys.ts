import { useEffect, useRef } from 'react'
import { isPlainKey } from './is-plain-key.ts'
import { actOf, type KeyAct, startsSequence } from './key-map.ts'
import { singleKeys } from './single-keys.ts'

/** What the keys do on this screen. False = not here, ask the screen below. */
export type Keys = Partial<Record<KeyAct, () => unknown>>

/** Milliseconds in which the second key of `g q` must follow. */
const SEQUENCE = 1_200

const layers: { current: Keys }[] = []

/** Binds keys while a component is on the screen; the newest one that knows an act gets it. */
export function useKeys(keys: Keys): void {
  const layer = useRef(keys)
  layer.current = keys
  useEffect(() => {
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [])
}

let first = ''
let firstAt = 0

/** Does what a key means. Only one listener for the whole page. */
export function pressed(event: KeyboardEvent): void {
  if (!isPlainKey(event)) return
  if (!singleKeys.get() && event.key !== 'Escape' && event.key !== 'Enter') return
  const keys = sequence(event)
  const act = actOf(keys) ?? actOf(event.key)
  const layer = act && layers.filter(({ current }) => current[act]).pop()
  if (!act || !layer) return
  if (layer.current[act]?.() !== false) event.preventDefault()
}

function sequence({ key, timeStamp }: KeyboardEvent): string {
  const whole = first !== '' && timeStamp - firstAt < SEQUENCE ? `${first} ${key}` : key
  first = startsSequence(key) ? key : ''
  firstAt = timeStamp
  return whole
}
