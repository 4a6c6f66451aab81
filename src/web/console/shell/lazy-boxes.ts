import { lazy } from 'react'

/** Boxes that few people open come with files of their own. */
export const CommandBox = lazy(() => import('./command-box.tsx'))
export const KeyHelp = lazy(() => import('./key-help.tsx'))
