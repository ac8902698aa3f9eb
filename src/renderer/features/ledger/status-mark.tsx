/** The status of a thread: a sign, a colour and the word. Whoever reads it otherwise than the rules is named by a pencil beside it. */
import {
  AlarmClock,
  Check,
  CheckCheck,
  Circle,
  CircleDashed,
  MessageCircle,
  OctagonAlert,
  Pencil,
  Undo2,
  X,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import type { ThreadStatus } from '../../../shared/domain/thread-status.ts'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import styles from './marks.module.css'

/** Signs that differ without colour. */
const SIGNS: Readonly<Record<ThreadStatus, LucideIcon>> = {
  open: Circle,
  answered: MessageCircle,
  accepted: Check,
  rejected: X,
  conditional: CircleDashed,
  fulfilled: CheckCheck,
  violated: OctagonAlert,
  withdrawn: Undo2,
  'carried-out': Zap,
  overdue: AlarmClock,
}

export interface StatusMarkProps {
  status: ThreadStatus
  /** The analyst reads it otherwise than the rules. */
  isOverridden?: boolean
  /** In the head of a page: larger, on its colour. */
  isLarge?: boolean
  title?: string
}

export function StatusMark({ status, isOverridden = false, isLarge = false, title }: StatusMarkProps) {
  const say = useSay()
  const Sign = SIGNS[status]
  return (
    <span className={cx(styles.status, isLarge && styles.large)} data-status={status} title={title}>
      <Sign aria-hidden="true" />
      <span className={styles.word}>{say(`thread.status.${status}`)}</span>
      {isOverridden && <Pencil role="img" aria-label={say('ledger.overridden')} className={styles.pencil} />}
    </span>
  )
}

/** Only the sign: the word stands beside it. */
export function StatusSign({ status }: { status: ThreadStatus }) {
  const Sign = SIGNS[status]
  return <Sign aria-hidden="true" className={styles.sign} data-status={status} />
}
