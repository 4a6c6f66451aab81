import type { Instant } from '../../../core/time.ts'
import type { FigureBook, Figures, FiguresBy } from '../../ports/figures.ts'

/** Figures of a week: who looks at one street sees its committees, who looks at several sees the streets. */
export function createFigures(book: FigureBook, now: () => Instant): Figures {
  return {
    read: async (staff, ask) => {
      const one = ask.street !== null || staff.streets.length === 1
      const by: FiguresBy = one ? 'committee' : 'street'
      const lines = await book.count(staff, { ...ask, by, now: now() })
      return {
        by,
        places: lines.filter(({ place }) => place !== null),
        all: lines.find(({ place }) => place === null) ?? null,
      }
    },
  }
}
