import texts from '../../../../locales/zh-CN/studio/editor.yaml'
import { sayFrom } from '../../shared/texts.ts'

/** A text of the editor by its key. */
export const say = sayFrom(texts)
