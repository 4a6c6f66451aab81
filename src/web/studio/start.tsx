import { config } from 'zod'
import { draw } from '../shared/draw.tsx'
import { Pages } from './app.tsx'

/** The page allows no script that is made at run time: zod would make some to be faster. */
config({ jitless: true })

export const start = (root: HTMLElement): void => draw(root, '/studio', <Pages />)
