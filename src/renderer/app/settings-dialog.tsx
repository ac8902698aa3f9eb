/** Settings of this copy: who codes, theme, how texts are set, the keys of the reader. Each takes effect at once. */
import { useState } from 'react'
import { useData, useShowError } from '../lib/data.ts'
import { ReadingSettings } from '../lib/parts/reading-settings.tsx'
import { useSay } from '../lib/say.ts'
import type { Settings } from '../../shared/rpc/host-port.ts'
import { useSettings } from '../stores/settings.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextField } from '../ui/text-field.tsx'
import { KeySettings } from './key-settings.tsx'
import styles from './settings-dialog.module.css'

export type SettingsTab = 'general' | 'keys'

export function SettingsDialog({ onClose, tab: first = 'general' }: { onClose: () => void; tab?: SettingsTab }) {
  const say = useSay()
  const showError = useShowError()
  const { settings, change } = useSettings()
  // Without a name of one's own, that of the account is in use.
  const { data: status } = useData('library.status', {})
  const [tab, setTab] = useState<SettingsTab>(first)
  const [coder, setCoder] = useState(settings.coder ?? '')
  const set = (patch: Partial<Settings>): void => void change(patch).catch(showError)
  const keepCoder = (): void => {
    if (coder.trim() !== '' && coder.trim() !== settings.coder) set({ coder: coder.trim() })
  }
  const general = (
    <div className={styles.fields}>
      <TextField
        label={say('settings.coder')}
        hint={say('settings.coderHint')}
        placeholder={status?.coder ?? ''}
        value={coder}
        onChange={setCoder}
        onCommit={keepCoder}
        maxLength={200}
      />
      <div className={styles.choice}>
        <span aria-hidden="true">{say('settings.theme')}</span>
        <SegmentedControl
          label={say('settings.theme')}
          value={settings.theme}
          onChange={(theme) => set({ theme })}
          options={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: say(`settings.theme.${id}`) }))}
        />
      </div>
      <ReadingSettings withSample />
    </div>
  )
  return (
    <Dialog
      title={say('settings.title')}
      isOpen
      onClose={() => {
        keepCoder()
        onClose()
      }}
      size="medium"
      onSubmit={() => {
        keepCoder()
        onClose()
      }}
      actions={<Button label={say('settings.done')} kind="primary" type="submit" />}
    >
      <Tabs<SettingsTab>
        label={say('settings.title')}
        value={tab}
        onChange={setTab}
        items={[
          { id: 'general', label: say('settings.general'), content: general },
          { id: 'keys', label: say('settings.keys'), content: <KeySettings /> },
        ]}
      />
    </Dialog>
  )
}
