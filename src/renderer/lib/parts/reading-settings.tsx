/**
 * How articles are set: size, leading, measure, face, and what stands beside the text. Each takes effect at once, on the page behind
 * (or on a sample where there is none); one button goes back to how Parley comes. Used in the reader and in the settings.
 */
import { RotateCcw } from 'lucide-react'
import { settingsSchema, type ReadingSettings as Reading } from '../../../shared/rpc/host-port.ts'
import { useSettings } from '../../stores/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useShowError } from '../data.ts'
import { useSay } from '../say.ts'
import styles from './reading-settings.module.css'

const USUAL = settingsSchema.parse({}).reading
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 2 } as const

export function ReadingSettings({ withSample = false }: { withSample?: boolean }) {
  const say = useSay()
  const showError = useShowError()
  const reading = useSettings((state) => state.settings.reading)
  const set = (patch: Partial<Reading>): void => {
    const { settings, change } = useSettings.getState()
    void change({ reading: { ...settings.reading, ...patch } }).catch(showError)
  }
  const isUsual = (Object.keys(USUAL) as (keyof Reading)[]).every((key) => reading[key] === USUAL[key])
  return (
    <div className={styles.settings} role="group" aria-label={say('reading.title')}>
      {withSample && (
        <p className={styles.sample} data-reading lang="en">
          {say('reading.sample')}
        </p>
      )}
      <Stepper label={say('reading.size')} value={reading.size} onChange={(size) => set({ size })} min={12} max={40} />
      <Stepper
        label={say('reading.lineHeight')}
        value={reading.lineHeight}
        onChange={(lineHeight) => set({ lineHeight })}
        min={1.25}
        max={2.35}
        step={0.1}
        format={ONE_DECIMAL}
      />
      <Stepper
        label={say('reading.measure')}
        value={reading.measure}
        onChange={(measure) => set({ measure })}
        min={40}
        max={110}
        step={2}
      />
      <div className={styles.choice}>
        <span aria-hidden="true">{say('reading.face')}</span>
        <SegmentedControl
          label={say('reading.face')}
          size="small"
          value={reading.serif ? 'serif' : 'sans'}
          onChange={(face) => set({ serif: face === 'serif' })}
          options={[
            { id: 'serif', label: say('reading.serif') },
            { id: 'sans', label: say('reading.sans') },
          ]}
        />
      </div>
      <div className={styles.choice}>
        <span aria-hidden="true">{say('reading.urdu')}</span>
        <SegmentedControl
          label={say('reading.urdu')}
          size="small"
          value={reading.nastaliq ? 'nastaliq' : 'naskh'}
          onChange={(hand) => set({ nastaliq: hand === 'nastaliq' })}
          options={[
            { id: 'nastaliq', label: say('reading.nastaliq') },
            { id: 'naskh', label: say('reading.naskh') },
          ]}
        />
      </div>
      <div className={styles.checks}>
        <Checkbox label={say('reading.numbers')} value={reading.numbers} onChange={(numbers) => set({ numbers })} />
        <Checkbox label={say('reading.labels')} value={reading.labels} onChange={(labels) => set({ labels })} />
        <Checkbox label={say('reading.map')} value={reading.map} onChange={(map) => set({ map })} />
        <Checkbox label={say('reading.dim')} value={reading.dim} onChange={(dim) => set({ dim })} />
      </div>
      <Button label={say('reading.reset')} icon={<RotateCcw />} kind="quiet" isDisabled={isUsual} onPress={() => set(USUAL)} />
    </div>
  )
}
