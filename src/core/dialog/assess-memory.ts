import { type Assessment, assess } from '../assessment/assess.ts'
import { type Instant, shanghai } from '../time.ts'
import { factsOf } from './facts.ts'
import type { Memory } from './machine/memory.ts'
import type { Setting } from './setting.ts'

/** The first-pass assessment (初评) of what has been answered so far. */
export function assessmentOf(setting: Setting, memory: Memory, now: Instant): Assessment {
  const { model, parameters } = setting.house
  return assess(model, factsOf(memory), { day: shanghai(now).day, parameters })
}
