import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, App as Notices } from 'antd'
import chinese from 'antd/es/locale/zh_CN'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { csrf } from './api/call.ts'
import { queries } from './api/queries.ts'
import { THEME } from './theme.ts'
import { trustStyles } from './trust-styles.ts'

/** Draws a room into the page that the server sent, with all that its screens share. */
export function draw(root: HTMLElement, address: string, pages: ReactNode): void {
  const nonce = root.nonce ?? ''
  trustStyles(nonce)
  csrf.set(root.dataset.csrf ?? '')
  createRoot(root).render(
    <ConfigProvider
      locale={chinese}
      theme={THEME}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Notices
        component={false}
        message={{ maxCount: 3 }}
        notification={{ placement: 'bottomRight' }}
      >
        <QueryClientProvider client={queries}>
          <BrowserRouter basename={address}>{pages}</BrowserRouter>
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>,
  )
}
