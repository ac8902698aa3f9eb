/** How something changed: a sign and the word, never colour alone. */
import {
  AlarmClock,
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  CheckCheck,
  CircleSlash,
  MessageCircle,
  MicOff,
  Sparkle,
  type LucideIcon,
} from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import type { ChangeKind } from './changes-groups.ts'
import styles from './changes-view.module.css'

const SIGNS: Readonly<Record<ChangeKind, LucideIcon>> = {
  overdue: AlarmClock,
  reversed: ArrowLeftRight,
  hardened: ArrowUp,
  softened: ArrowDown,
  declined: CircleSlash,
  new: Sparkle,
  answered: MessageCircle,
  settled: CheckCheck,
  silent: MicOff,
}

export function ChangeMark({ kind }: { kind: ChangeKind }) {
  const say = useSay()
  const Sign = SIGNS[kind]
  return (
    <span className={styles.mark} data-kind={kind}>
      <Sign aria-hidden="true" />
      {say(`changes.kind.${kind}`)}
    </span>
  )
}
