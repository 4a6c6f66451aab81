import { Alert, Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { say } from '../texts.ts'

type Props = { readonly children: ReactNode }

/**
 * Catches what a screen cannot draw, most often a file that is gone because the house has a newer
 * version. What was typed is kept in the tab, so opening the page anew loses nothing.
 */
export class SafetyNet extends Component<Props, { readonly fell: boolean }> {
  override state = { fell: false }

  static getDerivedStateFromError() {
    return { fell: true }
  }

  override render() {
    if (!this.state.fell) return this.props.children
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={say('state.newer')}
        description={say('state.newer_why')}
        action={<Button onClick={() => location.reload()}>{say('state.reload')}</Button>}
      />
    )
  }
}
