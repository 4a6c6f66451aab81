import { Converter } from 'opencc-js/cn2t'

/** Simplified Chinese in the characters and words of Taiwan (OpenCC s2twp): a draft, to be read over. */
export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 'twp' })
