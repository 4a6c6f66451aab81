const FORM = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
})

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ hour: '2-digit', minute: '2-digit' },
})

/** `09:00`, Shanghai. */
export const clock = (at: string): string => CLOCK.format(new Date(at))

/** `11/20 09:00`, Shanghai. */
export const moment = (at: string): string => FORM.format(new Date(at))
