import { Modal, Switch } from 'antd'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { KEY_MAP } from '../keys/key-map.ts'
import { setSingleKeys, singleKeys } from '../keys/single-keys.ts'

/** All keys, and the switch that turns single keys off. */
export default function KeyHelp({ close }: { readonly close: () => void }) {
  const on = useSignal(singleKeys)
  return (
    <Modal open title={say('keys.title')} onCancel={close} footer={null} width={640}>
      <p>
        <Switch checked={on} onChange={setSingleKeys} aria-labelledby="single-keys" />{' '}
        <span id="single-keys">{say('keys.single')}</span>
      </p>
      <dl className="key-list">
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>K</kbd>
          </dt>
          <dd>{say('keys.command')}</dd>
        </div>
        {KEY_MAP.map(([keys, act]) => (
          <div key={act}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key === 'Escape' ? 'Esc' : key}</kbd>
              ))}
            </dt>
            <dd>{say(`keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{say('keys.input_method')}</p>
    </Modal>
  )
}
