/** Settings of this copy: who codes, theme, how texts are set. Each takes effect at once. */
import { useState } from 'react'
import { useShowError } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import type { Settings } from '../../shared/rpc/host-port.ts'
import { useSettings } from '../stores/settings.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings-dialog.module.css'

const SIZES = ['16', '18', '20', '23'] as const

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const showError = useShowError()
  const { settings, change } = useSettings()
  const [coder, setCoder] = useState(settings.coder ?? '')
  const set = (patch: Partial<Settings>): void => void change(patch).catch(showError)
  const keepCoder = (): void => {
    if (coder.trim() !== '' && coder.trim() !== settings.coder) set({ coder: coder.trim() })
  }
  const size = SIZES.find((known) => Number(known) === settings.reading.size) ?? '18'
  return (
    <Dialog
      title={say('settings.title')}
      isOpen
      onClose={() => {
        keepCoder()
        onClose()
      }}
      size="small"
      onSubmit={() => {
        keepCoder()
        onClose()
      }}
      actions={<Button label={say('settings.done')} kind="primary" type="submit" />}
    >
      <div className={styles.fields}>
        <TextField
          label={say('settings.coder')}
          hint={say('settings.coderHint')}
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
        <div className={styles.choice}>
          <span aria-hidden="true">{say('settings.size')}</span>
          <SegmentedControl
            label={say('settings.size')}
            value={size}
            onChange={(chosen) => set({ reading: { ...settings.reading, size: Number(chosen) } })}
            options={SIZES.map((id) => ({ id, label: id }))}
          />
        </div>
        <Checkbox
          label={say('settings.serif')}
          value={settings.reading.serif}
          onChange={(serif) => set({ reading: { ...settings.reading, serif } })}
        />
        <Checkbox
          label={say('settings.nastaliq')}
          value={settings.reading.nastaliq}
          onChange={(nastaliq) => set({ reading: { ...settings.reading, nastaliq } })}
        />
      </div>
    </Dialog>
  )
}
