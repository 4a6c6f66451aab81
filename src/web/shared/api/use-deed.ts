import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { isFailure, sentenceOf } from './call.ts'

/**
 * A deed: what it changed is asked for again, and what went wrong is said. A refusal (409) means that
 * somebody else was faster, so the screen is brought up to date as well.
 */
export function useDeed<Given = void, Result = unknown>(
  deed: (given: Given) => Promise<Result>,
  changes: readonly (string | readonly string[])[],
) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const refresh = () =>
    Promise.all(
      changes.map((key) => queries.invalidateQueries({ queryKey: [key].flat() as string[] })),
    )
  return useMutation({
    mutationFn: deed,
    onSuccess: () => void refresh(),
    onError: (error) => {
      if (isFailure(error) && error.status === 401) return
      void message.error(sentenceOf(error), 6)
      void refresh()
    },
  })
}
