/** Parties whose names look alike: a suggestion to make them one, never more. */
import { Users } from 'lucide-react'
import type { Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './party-lists.module.css'

export interface SimilarPartiesProps {
  codebook: Codebook
  onMerge: (fromId: number, intoId: number) => void
}

export function SimilarParties({ codebook, onMerge }: SimilarPartiesProps) {
  const say = useSay()
  const { data: pairs = [] } = useData('parties.similar', {})
  if (pairs.length === 0) return null
  return (
    <Popover
      label={say('codebook.similar')}
      trigger={<Button label={say('codebook.similarCount', { count: pairs.length })} icon={<Users />} kind="quiet" size="small" />}
    >
      {(close) => (
        <ul className={styles.pairs}>
          {pairs.map(({ ids: [first, second], names, reason }) => {
            // The one that is in more annotations stays.
            const uses = (id: number): number => codebook.partyById.get(id)?.annotations ?? 0
            const [from, into] = uses(first) > uses(second) ? [second, first] : [first, second]
            const nameOf = (id: number): string => codebook.partyById.get(id)?.name ?? ''
            return (
              <li key={`${first}-${second}`}>
                <span>
                  <bdi>{nameOf(from)}</bdi> · <bdi>{nameOf(into)}</bdi>
                  <span className={styles.why}>{say(`codebook.similar.${reason}`, { a: names[0], b: names[1] })}</span>
                </span>
                <Button
                  label={say('codebook.merge')}
                  size="small"
                  onPress={() => {
                    close()
                    onMerge(from, into)
                  }}
                />
              </li>
            )
          })}
        </ul>
      )}
    </Popover>
  )
}
