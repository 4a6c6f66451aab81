import { QueryClient } from '@tanstack/react-query'
import { isFailure } from './call.ts'

/** Tries before a failed question is told; a house that restarts is back within seconds. */
const TRIES = 3

/** Questions to the house: kept while their screen is away for a moment, asked again when it is back. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => count < TRIES && mayPass(error),
      retryDelay: (count) => 500 * 2 ** count,
    },
    mutations: { networkMode: 'always' },
  },
})

/** Only a house that cannot answer just now may answer later; a refusal stays one. */
const mayPass = (error: unknown) => isFailure(error) && (error.status === 0 || error.status >= 502)
