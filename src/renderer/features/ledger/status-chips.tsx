/** Statuses to narrow the ledger down to, each with how many of all threads have it. */
import type { ThreadStatus } from '../../../shared/domain/thread-status.ts'
import { useSay } from '../../lib/say.ts'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { STATUS_ORDER } from './arrange.ts'
import { StatusSign } from './status-mark.tsx'

export interface StatusChipsProps {
  counts: ReadonlyMap<ThreadStatus, number>
  chosen: readonly ThreadStatus[]
  onChoose: (chosen: ThreadStatus[]) => void
}

export function StatusChips({ counts, chosen, onChoose }: StatusChipsProps) {
  const say = useSay()
  return STATUS_ORDER.filter((status) => counts.has(status) || chosen.includes(status)).map((status) => (
    <ToggleButton
      key={status}
      icon={<StatusSign status={status} />}
      kind="standard"
      size="small"
      label={say('ledger.statusCount', { status: say(`thread.status.${status}`), count: counts.get(status) ?? 0 })}
      value={chosen.includes(status)}
      onChange={(isOn) => onChoose(STATUS_ORDER.filter((other) => (other === status ? isOn : chosen.includes(other))))}
    />
  ))
}
