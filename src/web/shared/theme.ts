import type { ThemeConfig } from 'antd'

/**
 * Colours that keep 4.5:1 on white and on the warm grey of the page (WCAG 1.4.3): antd's own primary
 * and grey texts come to 3.8:1 and 3.3:1. Letters of 16 px, controls of 40 px.
 */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#9a3412',
    colorLink: '#8a2d06',
    colorLinkHover: '#6b2205',
    colorInfo: '#1d4ed8',
    colorError: '#b42318',
    colorWarning: '#8f5a00',
    colorSuccess: '#1f6b3a',
    colorText: '#1c1917',
    colorTextSecondary: '#44403c',
    colorTextTertiary: '#57534e',
    colorTextDescription: '#57534e',
    colorTextPlaceholder: '#6b6560',
    colorTextDisabled: '#6b6560',
    colorBorder: '#8c857f',
    colorBgLayout: '#faf8f5',
    fontSize: 16,
    fontSizeSM: 14,
    controlHeight: 40,
    controlHeightSM: 32,
    borderRadius: 6,
    motion: false,
    fontFamily:
      'system-ui, "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "Noto Sans SC", sans-serif',
  },
}
