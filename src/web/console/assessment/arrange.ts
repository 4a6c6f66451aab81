import type { Indicator, Model } from '../../../core/assessment/model.ts'
import { factsIn } from '../../../core/conditions/substitute.ts'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import type { FormQuestion } from './filling.ts'

export type Group = { readonly indicator: Indicator; readonly questions: readonly FormQuestion[] }

/**
 * Each question under the indicator that asks for it; what no indicator asks for, under the first that looks at
 * it, in the order of the model.
 */
export function arrange(form: AssessmentFormView): readonly Group[] {
  const { indicators } = form.model as Model
  const homeOf = ({ slot }: FormQuestion) =>
    indicators.find(({ asks }) => asks.includes(slot)) ??
    indicators.find(({ deprived }) => factsIn(deprived).includes(slot))
  return indicators.map((indicator) => ({
    indicator,
    questions: form.questions.filter((question) => homeOf(question) === indicator),
  }))
}
