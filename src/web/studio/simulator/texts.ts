import texts from '../../../../locales/zh-CN/studio/simulator.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the simulator by its key. */
export const say = sayFrom(texts)

export const has = (key: string): boolean => key in texts
