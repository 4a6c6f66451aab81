import { useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/call.ts'
import { officePath } from '../api/office.ts'

/** A part of a household's file. Under the key of its household: a deed asks for all of them again. */
export function usePart<T>(household: string, part: string) {
  return useQuery({
    queryKey: ['household', household, part],
    queryFn: () => get<T>(officePath(household, `/${part}`)),
  })
}
