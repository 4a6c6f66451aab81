import { Button, Dropdown } from 'antd'
import { say } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'
import { Bell } from './bell.tsx'
import { DutySwitch } from './duty-switch.tsx'
import { signOut } from './sign-out.ts'
import { StreetScope } from './street-scope.tsx'

type Props = {
  readonly me: Me | undefined
  readonly search: () => void
  readonly help: () => void
}

/** Where one is, who one is, the search, and what waits for one. */
export function TopBar({ me, search, help }: Props) {
  return (
    <header className="top-bar">
      <strong className="brand">{say('name')}</strong>
      {me?.demo && <span className="sample">{say('state.demo')}</span>}
      {me && <StreetScope me={me} />}
      <Button className="search" onClick={search}>
        <span>{say('search.open')}</span> <kbd>Ctrl K</kbd>
      </Button>
      {me && <DutySwitch me={me} />}
      <Bell />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'help', label: say('keys.title'), onClick: help },
            { key: 'out', label: say('nav.sign_out'), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text">
          {me ? say('nav.as', { name: me.name, role: me.roleLabel }) : '…'}
        </Button>
      </Dropdown>
    </header>
  )
}
