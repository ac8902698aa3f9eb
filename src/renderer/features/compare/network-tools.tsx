/** Above the network: what makes a side, which links are shown, what they are divided by and why, over how many issues at least; what is counted, and left out. */
import { Download, Info } from 'lucide-react'
import { networkBasisSchema, normalisationSchema, type Network } from '../../../shared/domain/network.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import type { NetworkLook } from './network-model.ts'
import styles from './network-view.module.css'

export interface NetworkToolsProps {
  network: Network
  look: NetworkLook
  /** How many links are shown, of all that there are. */
  shown: number
  onLook: (patch: NetworkLook) => void
  onSave: () => void
  isSaving: boolean
}

/** Fewest issues that can be asked for. */
const LEAST = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 100]

export function NetworkTools({ network, look, shown, onLook, onSave, isSaving }: NetworkToolsProps) {
  const say = useSay()
  const most = Math.max(1, ...network.edges.flatMap(({ agreed, opposed }) => [agreed, opposed]))
  const least = look.least ?? 1
  const choices = [...new Set([...LEAST.filter((count) => count <= most), least])].toSorted((one, other) => one - other)
  const counted = [
    say('network.counted', { parties: network.nodes.length, links: shown }),
    ...(network.left > 0 ? [say('network.left', { count: network.left })] : []),
    ...(network.beyond > 0 ? [say('network.beyond', { count: network.beyond })] : []),
  ]
  return (
    <div className={styles.tools}>
      <SegmentedControl
        label={say('network.show')}
        size="small"
        value={look.show ?? 'both'}
        onChange={(show) => onLook({ show: show === 'both' ? undefined : show })}
        options={[
          { id: 'both', label: say('network.both') },
          { id: 'agreement', label: say('network.agreement') },
          { id: 'conflict', label: say('network.conflict') },
        ]}
      />
      <Select
        label={say('network.basis')}
        hideLabel
        isQuiet
        value={look.basis ?? 'current'}
        onChange={(basis) => onLook({ basis: basis === 'current' ? undefined : basis })}
        options={networkBasisSchema.options.map((id) => ({
          id,
          label: say(`network.basis.${id}`),
          about: say(`network.basis.about.${id}`),
        }))}
      />
      <span className={styles.pair}>
        <Select
          label={say('network.by')}
          hideLabel
          isQuiet
          value={look.by ?? 'none'}
          onChange={(by) => onLook({ by: by === 'none' ? undefined : by })}
          options={normalisationSchema.options.map((id) => ({ id, label: say(`network.by.${id}`), about: say(`network.about.${id}`) }))}
        />
        <Popover label={say('network.how')} trigger={<IconButton label={say('network.how')} icon={<Info />} size="small" />}>
          <div className={styles.how}>
            <p>{say('network.howCounted')}</p>
            <p>{say('network.howPositions')}</p>
            <dl>
              {networkBasisSchema.options.map((id) => (
                <div key={id} data-now={id === (look.basis ?? 'current') || undefined}>
                  <dt>{say(`network.basis.${id}`)}</dt>
                  <dd>{say(`network.basis.about.${id}`)}</dd>
                </div>
              ))}
            </dl>
            <dl>
              {normalisationSchema.options.map((id) => (
                <div key={id} data-now={id === (look.by ?? 'none') || undefined}>
                  <dt>{say(`network.by.${id}`)}</dt>
                  <dd>{say(`network.about.${id}`)}</dd>
                </div>
              ))}
            </dl>
            <p className={styles.source}>{say('network.source')}</p>
          </div>
        </Popover>
      </span>
      <Select
        label={say('network.least')}
        hideLabel
        isQuiet
        value={String(least)}
        onChange={(count) => onLook({ least: count === '1' ? undefined : Number(count) })}
        options={choices.map((count) => ({ id: String(count), label: say('network.atLeast', { count }) }))}
      />
      <span className={styles.counted} role="status">
        {counted.join(' ')}
      </span>
      <Button
        label={say('network.save')}
        tooltip={say('network.saveAbout')}
        icon={<Download />}
        kind="quiet"
        size="small"
        {...(isSaving && { pendingLabel: say('network.save') })}
        onPress={onSave}
      />
    </div>
  )
}
