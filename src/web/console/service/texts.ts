import texts from '../../../../locales/zh-CN/office/visits.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of visits, services and reminders by its key. */
export const say = sayFrom(texts)
