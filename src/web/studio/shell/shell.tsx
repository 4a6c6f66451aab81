import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { unreachable } from '../../shared/api/call.ts'
import { useMe } from '../../shared/api/me.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { SignInAgain } from '../../shared/parts/sign-in-again.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useSignal } from '../../shared/use-signal.ts'
import { PAGES } from '../panels.tsx'
import { say } from '../texts.ts'

/** The frame around every screen of the studio. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  return (
    <>
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      {useSignal(unreachable) && (
        <p className="offline" role="status">
          {say('offline')}
        </p>
      )}
      <header className="studio-bar">
        <strong>{say('name')}</strong>
        <nav aria-label={say('nav.label')}>
          <NavLink to="/" end>
            {say('nav.documents')}
          </NavLink>
          {PAGES.map(({ path, title }) =>
            title === undefined ? null : (
              <NavLink key={path} to={`/${path.replace(/\/?\*$/, '')}`}>
                {title}
              </NavLink>
            ),
          )}
        </nav>
        <a href="/console/">{say('nav.console')}</a>
        {me.data && <span>{say('nav.as', { name: me.data.name, role: me.data.roleLabel })}</span>}
      </header>
      <main id="main" tabIndex={-1}>
        {me.isError && <TroubleBox error={me.error} again={() => void me.refetch()} />}
        {me.data ? children : !me.isError && <Loading />}
      </main>
      <SignInAgain />
    </>
  )
}
