import { useQuery } from '@tanstack/react-query'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import { get } from '../../shared/api/call.ts'
import { officePath } from '../api/office.ts'

export const formPath = (household: string) => officePath(household, '/assessment-form')

export function useForm(household: string) {
  return useQuery({
    queryKey: ['household', household, 'form'],
    queryFn: () => get<AssessmentFormView>(formPath(household)),
    refetchOnWindowFocus: false,
  })
}
