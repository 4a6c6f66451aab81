import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, App as Notices } from 'antd'
import chinese from 'antd/es/locale/zh_CN'
import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { csrf } from './api/call.ts'
import { queries } from './api/queries.ts'
import { Pages } from './pages.tsx'
import { THEME } from './theme.ts'

type Props = { readonly nonce: string; readonly csrf: string }

/** The console with all that its screens share. */
export function App({ nonce, csrf: proof }: Props) {
  useEffect(() => csrf.set(proof), [proof])
  return (
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
          <BrowserRouter basename="/console">
            <Pages />
          </BrowserRouter>
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>
  )
}
