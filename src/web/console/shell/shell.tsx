import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation, useMatch, useNavigate } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { SignInAgain } from '../../shared/parts/sign-in-again.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { say } from '../../shared/texts.ts'
import { useMe } from '../api/desk.ts'
import { listen } from '../api/live.ts'
import { useKeys } from '../keys/use-keys.ts'
import { usePressedKeys } from '../keys/use-pressed-keys.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { CrisisBar } from './crisis-bar.tsx'
import { LazyBox } from './lazy-box.tsx'
import { CommandBox, KeyHelp } from './lazy-boxes.ts'
import { MainNav } from './main-nav.tsx'
import { TopBar } from './top-bar.tsx'

type Opened = 'command' | 'help' | null

/** The frame around every screen: danger, place and people, search, menu. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const go = useNavigate()
  const me = useMe()
  const [opened, open] = useState<Opened>(null)
  const number = useMatch('/cases/:number')?.params.number ?? null
  useEffect(() => listen(queries, number), [queries, number])
  useFocusOnScreen()
  usePressedKeys(() => open('command'))
  useKeys({
    help: () => open('help'),
    go_today: () => go('/'),
    go_queue: () => go('/queue'),
    go_mine: () => go('/mine'),
    go_households: () => go('/households'),
    go_followups: () => go('/followups'),
    go_board: () => go('/board'),
    go_phrases: () => go('/phrases'),
    go_alerts: focusAlerts,
  })
  const close = () => open(null)
  return (
    <>
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <CrisisBar />
      <ConnectionBanner />
      <TopBar me={me.data} search={() => open('command')} help={() => open('help')} />
      <div className="frame">
        <MainNav />
        <main id="main" tabIndex={-1}>
          {me.isError && <TroubleBox error={me.error} again={() => void me.refetch()} />}
          {me.data ? children : !me.isError && <Loading />}
        </main>
      </div>
      <LazyBox open={opened === 'command'}>
        <CommandBox close={close} />
      </LazyBox>
      <LazyBox open={opened === 'help'}>
        <KeyHelp close={close} />
      </LazyBox>
      <SignInAgain />
    </>
  )
}

/** A new screen has the focus at its beginning, unless something on it took the focus: Tab goes on from there. */
function useFocusOnScreen() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    const main = document.getElementById('main')
    if (last.current === pathname || !main) return
    last.current = pathname
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true })
  }, [pathname])
}

const focusAlerts = () => document.querySelector<HTMLElement>('.crisis-bar button')?.focus()
