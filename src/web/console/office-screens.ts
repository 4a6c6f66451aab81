import { say } from '../shared/texts.ts'
import { say as sayAid } from './aid/texts.ts'
import { say as sayBoard } from './board/texts.ts'
import { say as sayConference } from './consultation/texts.ts'
import { say as sayHousehold } from './household/texts.ts'
import { say as sayLedger } from './ledgers/texts.ts'
import { say as sayPlan } from './plan/texts.ts'
import { say as sayReferral } from './referrals/texts.ts'
import { say as sayRegister } from './register/texts.ts'
import { say as sayRoster } from './roster/texts.ts'
import { say as sayService } from './service/texts.ts'
import { say as saySilent } from './silent/texts.ts'
import { say as sayCheck } from './supervision/texts.ts'

/** Where the work around households is, and what keeps the office running: for the menu and the command box. */
export const OFFICE_SCREENS = [
  {
    name: 'nav.households',
    links: [
      ['/households', sayHousehold('nav')],
      ['/followups', sayService('nav.followups')],
      ['/services', sayService('nav.services')],
      ['/plans', sayPlan('across.nav')],
      ['/referrals', sayReferral('nav')],
      ['/aid', sayAid('nav')],
      ['/consultations', sayConference('consult.nav')],
    ],
  },
  {
    name: 'nav.office',
    links: [
      ['/reminders', sayService('nav.reminders')],
      ['/complaints', sayService('nav.complaints')],
      ['/silent', saySilent('nav')],
      ['/supervision', sayCheck('nav')],
      ['/board', sayBoard('nav')],
      ['/ledgers', sayLedger('nav')],
      ['/register', sayRegister('nav')],
      ['/roster', sayRoster('nav')],
      ['/phrases', say('nav.phrases')],
    ],
  },
] as const
