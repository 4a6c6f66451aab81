import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, App as Notices } from 'antd'
import chinese from 'antd/es/locale/zh_CN'
import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { csrf } from '../shared/api/call.ts'
import { queries } from '../shared/api/queries.ts'
import { THEME } from '../shared/theme.ts'
import { Pages } from './pages.tsx'

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
