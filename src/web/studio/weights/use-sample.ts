import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { parse } from 'yaml'
import type { Model } from '../../../core/assessment/model.ts'
import { parameterFile, parametersIn } from '../../../core/assessment/parameter-file.ts'
import type { Parameters } from '../../../core/assessment/parameters.ts'
import type { Patterns } from '../../../core/assessment/patterns.ts'
import { haveSameConditions, samplePatterns } from '../../../core/assessment/sample-patterns.ts'
import { shanghai } from '../../../core/time.ts'
import { get } from '../../shared/api/call.ts'
import { useMe } from '../../shared/api/me.ts'
import { documentPath, type Opened, useDocuments } from '../api/documents.ts'

/** As many people as a served district has of those who may ask for help. */
const PERSONS = 510_000
/** Each drawn household stands for ten: counted in a second, and no share moves by a hundredth. */
const TIMES = 10
const SEED = 20_200_902
/** Milliseconds of counting between two drawn frames. */
const SLICE = 12

export type Sample =
  | { readonly state: 'counting'; readonly share: number }
  | {
      readonly state: 'ready'
      readonly patterns: Patterns
      readonly nameOf: (street: string) => string
    }

/** Patterns of the invented population under two models; counted again when the conditions of one change. */
export function useSample(now: Model, next: Model): Sample {
  const parameters = useParameters()
  const { data: me } = useMe()
  const streets = me?.everyStreet
  const [patterns, count] = useState<Patterns | null>(null)
  const [share, setShare] = useState(0)
  const counted = useRef({ now, next })
  const isSame =
    haveSameConditions(counted.current.now, now) && haveSameConditions(counted.current.next, next)
  if (!isSame) counted.current = { now, next }
  const models = counted.current
  useEffect(() => {
    if (!parameters || !streets) return
    count(null)
    const groups = streets.map(({ code }) => code)
    const sample = { groups, parameters, persons: PERSONS, times: TIMES, seed: SEED }
    const day = shanghai(Date.now()).day
    return inSlices(samplePatterns(models.now, models.next, { ...sample, day }), setShare, count)
  }, [models, parameters, streets])
  if (!patterns || !streets) return { state: 'counting', share }
  const nameOf = (street: string) => streets.find(({ code }) => code === street)?.name ?? street
  return { state: 'ready', patterns, nameOf }
}

function inSlices(
  counting: Generator<number, Patterns>,
  tell: (share: number) => void,
  done: (patterns: Patterns) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>
  const slice = () => {
    const until = performance.now() + SLICE
    for (;;) {
      const next = counting.next()
      if (next.done) return done(next.value)
      if (performance.now() < until) continue
      tell(Math.min(99, Math.round((next.value / PERSONS) * 100)))
      timer = setTimeout(slice)
      return
    }
  }
  timer = setTimeout(slice)
  return () => clearTimeout(timer)
}

/** The dated amounts of all regions, drafts included: what is being changed elsewhere counts here, too. */
function useParameters(): Parameters | undefined {
  const documents = useDocuments()
  const paths = documents.data?.documents.flatMap(({ kind, path }) =>
    kind === 'parameters' ? [path] : [],
  )
  const combined = useQueries({
    queries: (paths ?? []).map((path) => ({
      queryKey: ['parameters', path],
      queryFn: () => get<Opened>(documentPath(path)),
    })),
    combine: (all) =>
      all.every(({ data }) => data) ? all.map(({ data }) => data?.text ?? '') : null,
  })
  const texts = paths === undefined ? null : combined
  const key = texts?.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts, not the list that holds them
  return useMemo(() => texts?.flatMap(readParameters), [key])
}

function readParameters(text: string): Parameters {
  const file = parameterFile.safeParse(parse(text))
  return file.success ? parametersIn(file.data) : []
}
