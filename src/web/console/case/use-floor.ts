import { uuid } from '../../shared/uuid.ts'
import { useCaseDeed } from './use-case-deed.ts'

/** Taking the floor from the bot (接手). */
export function useFloor(number: string) {
  const deed = useCaseDeed(number, 'take-over')
  return { takeOver: () => deed.mutate({ id: uuid() }), busy: deed.isPending }
}
