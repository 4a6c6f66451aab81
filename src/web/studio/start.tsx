import { draw } from '../shared/draw.tsx'
import { Pages } from './app.tsx'

export const start = (root: HTMLElement): void => draw(root, '/studio', <Pages />)
