import { Input } from 'antd'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof Input.TextArea>, 'autoSize' | 'rows'> & {
  readonly value: string
}

/** Characters of Chinese that stand in one line of a form. */
const WIDTH = 42

/**
 * A text of several lines, as high as it needs. The library's own way measures by a hidden copy with a style
 * attribute, which the page does not allow.
 */
export function TextArea(props: Props) {
  const lines = props.value.split('\n').map((line) => Math.ceil(line.length / WIDTH) || 1)
  const rows = Math.min(
    10,
    lines.reduce((sum, count) => sum + count, 0),
  )
  return <Input.TextArea {...props} rows={rows} />
}
