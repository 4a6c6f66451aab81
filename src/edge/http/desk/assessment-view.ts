import type { z } from 'zod'
import type { Assessment, IndicatorResult } from '../../../core/assessment/assess.ts'
import type { Ground } from '../../../core/casework/evidence.ts'
import type { AssessmentView } from '../../../core/contract/desk/assessment-view.ts'
import type { OpenedCase } from '../../../work/ports/desk.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { iso } from './frame.ts'
import { marginView } from './margin-view.ts'
import { gradeWords, word } from './words.ts'

type View = z.infer<typeof AssessmentView>

/** First pass, live and confirmed side by side, with what each point rests on. */
export function assessmentView(found: OpenedCase, gate: Gate): View {
  const { firstPass, now, confirmed, outOf } = found.assessed
  const texts = gate.texts.desk
  return {
    firstPass: firstPass && sheet(firstPass.result, 'bot', firstPass.at, texts),
    now: now && sheet(now, 'bot', gate.clock(), texts),
    confirmed: confirmed && sheet(confirmed.result, confirmed.by, confirmed.at, texts),
    stale: confirmed !== null && now !== null && differs(confirmed.result, now),
    indicators: (now?.perIndicator ?? []).map((result) => indicator(result, found, texts)),
    margin: now && marginView(now, texts),
    outOf,
  }
}

function sheet(result: Assessment, by: string, at: number, texts: Texts): View['now'] {
  const { points, grade = null, gradeRange, severe, model } = result
  return {
    points: [points[0], points[1]],
    grade,
    gradeRange: [gradeRange[0], gradeRange[1]],
    gradeLabel: gradeWords(texts, grade, gradeRange),
    extreme: severe.extreme,
    model: { id: model.id, hash: model.hash },
    by,
    at: iso(at),
  }
}

const differs = (a: Assessment, b: Assessment) =>
  JSON.stringify(a.deprived) !== JSON.stringify(b.deprived)

function indicator(result: IndicatorResult, found: OpenedCase, texts: Texts) {
  const { code, name, dimension, weight, value, points, needs } = result
  const first = found.file.assessment?.perIndicator.find((each) => each.code === code) ?? result
  const decision = found.decided.get(code)
  const grounds = found.evidence.get(code) ?? []
  return {
    ...{ code, name, dimension, weight },
    firstPass: { value: first.value, points: pair(first.points) },
    now: { value, points: pair(points) },
    decided: decision
      ? { ...part(decision, ['value', 'reason', 'by']), at: iso(decision.at) }
      : null,
    evidence: grounds.map((ground) => evidence(ground, texts)),
    asked: grounds.length > 0 || first.value !== null,
    needs: [...needs],
  }
}

function evidence(ground: Ground, texts: Texts) {
  const { basis, text, question, slot, seq, span, by, at } = ground
  return {
    ...{ basis, text, question, slot, seq, by },
    basisLabel: word(texts, 'basis', basis),
    span: span && pair(span),
    at: at === null ? null : iso(at),
  }
}

const pair = ([low, high]: readonly [number, number]): [number, number] => [low, high]

function part<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>
}
