import type { Indicator, Model } from '../../../core/assessment/model.ts'
import { factsIn } from '../../../core/conditions/substitute.ts'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import type { FormQuestion } from './filling.ts'

export type Group = { readonly indicator: Indicator; readonly questions: readonly FormQuestion[] }

/** Each question under the first indicator that looks at it, in the order of the model. */
export function arrange(form: AssessmentFormView): readonly Group[] {
  const taken = new Set<string>()
  return (form.model as Model).indicators.map((indicator) => {
    const looks = [...indicator.asks, ...factsIn(indicator.deprived)]
    const questions = form.questions.filter(({ slot }) => looks.includes(slot) && !taken.has(slot))
    for (const { slot } of questions) taken.add(slot)
    return { indicator, questions }
  })
}
