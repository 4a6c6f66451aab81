import { type Mapped, sliceMapped } from '../mapped.ts'

/** The examples are this short; a longer message is read in stretches of that length. */
const LENGTH = 30
/** Half of it, so that whatever is said in 15 characters stands whole in some stretch. */
const STEP = LENGTH / 2

/** Overlapping stretches: a long calm letter around it must not water danger down. */
export function windowsOf(heard: Mapped): readonly Mapped[] {
  const windows: Mapped[] = []
  let start = 0
  for (; start + LENGTH < heard.text.length; start += STEP) {
    windows.push(sliceMapped(heard, start, start + LENGTH))
  }
  return [...windows, sliceMapped(heard, start, heard.text.length)]
}
