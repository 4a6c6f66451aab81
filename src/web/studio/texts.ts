import texts from '../../../locales/zh-CN/studio.yaml'
import { sayFrom } from '../shared/texts.ts'

/** A text of the studio's frame and lists by its key. */
export const say = sayFrom(texts)

export const has = (key: string): boolean => key in texts
