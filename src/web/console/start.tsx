import { draw } from '../shared/draw.tsx'
import { Pages } from './pages.tsx'

export const start = (root: HTMLElement): void => draw(root, '/console', <Pages />)
