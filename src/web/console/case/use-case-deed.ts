import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'

/** A verb on one case, `POST /api/desk/cases/<number>/<verb>`; the case and the queue are asked again. */
export function useCaseDeed<Result = unknown>(number: string, verb: string, done?: () => void) {
  return useDeed(
    async (body: object) => {
      const result = await post<Result>(`/api/desk/cases/${number}/${verb}`, body)
      done?.()
      return result
    },
    [['case', number], 'queue', 'alerts'],
  )
}
