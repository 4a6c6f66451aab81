import type { ViewShape } from '../../../core/contract/office/views.ts'

const PLACES = { waiting: '/queue', mine: '/mine', all: '/team' } as const

/** Where a saved view is opened. Cases of a colleague stand in the team's list. */
export function viewPath({ list, filters }: Pick<ViewShape, 'list' | 'filters'>): string {
  const { owner, ...rest } = filters
  const place = owner === undefined ? PLACES[list] : '/team'
  const values = Object.entries({ ...rest, ...(owner === undefined ? {} : { owner }) })
  return `${place}?${new URLSearchParams(values.map(([key, value]) => [key, String(value)]))}`
}
