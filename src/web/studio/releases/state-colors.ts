import type { Release } from './api.ts'

/** Colour of the mark beside its words. */
export const COLORS: Readonly<Record<Release['state'], string>> = {
  submitted: 'orange',
  approved: 'blue',
  published: 'green',
  refused: 'red',
  withdrawn: 'default',
  replaced: 'default',
}
