/** How the parties of a band stand to each other: a sign with its word. */
import { CircleDashed, Equal, Minus, Shuffle, Swords, type LucideIcon } from 'lucide-react'
import type { Verdict } from '../../../shared/domain/compare.ts'
import { useSay } from '../../lib/say.ts'
import styles from './side-by-side-table.module.css'

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  agree: Equal,
  conflict: Swords,
  differ: Shuffle,
  alone: Minus,
  unclear: CircleDashed,
}

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const say = useSay()
  const Icon = ICONS[verdict]
  return (
    <span className={styles.verdict} data-verdict={verdict} title={say(`side.verdictAbout.${verdict}`)}>
      <Icon aria-hidden="true" />
      {say(`side.verdict.${verdict}`)}
    </span>
  )
}
