/** The issues on which two parties agree, and those on which they stand against each other; from each the way leads to the quotes of both. */
import { Columns2, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { NetworkBasis, NetworkEdge } from '../../../shared/domain/network.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { LINK_SIGNS, type LinkKind } from './network-model.ts'
import styles from './network-pair.module.css'
import type { NetworkWords } from './use-network-words.ts'

export interface NetworkPairProps {
  pair: readonly [number, number]
  edge: NetworkEdge | undefined
  filter: Filter
  level: PartyLevel
  basis: NetworkBasis
  words: NetworkWords
  /** Someone opened it just now, so that the focus comes here. */
  takesFocus: boolean
  onClose: () => void
  /** The quotes of both beside each other, on one issue or on all of them. */
  onCompare: (issueId: number | null) => void
  /** The cell of the matrix: all that a party says on an issue. */
  onCell: (issueId: number, partyId: number) => void
}

/** Fewer issues than that say little. */
const FEW = 3

export function NetworkPair({ pair, edge, filter, level, basis, words, takesFocus, onClose, onCompare, onCell }: NetworkPairProps) {
  const [a, b] = pair
  const { say, party, issue } = words
  const { data, error, refetch, isPlaceholderData } = useData('network.pair', { a, b, filter, level, basis })
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) head.current?.focus()
  }, [takesFocus])
  const names = { one: party(a), other: party(b) }
  const issues = data ? new Set([...data.agreed, ...data.opposed].map(({ issueId }) => issueId)).size : 0
  const agreed = new Set(data?.agreed.map(({ issueId }) => issueId))
  const torn = [...new Set(data?.opposed.map(({ issueId }) => issueId))].filter((issueId) => agreed.has(issueId))
  const line = (kind: LinkKind, issueId: number, key: string, detail: ReactNode): ReactNode => (
    <li key={key} data-kind={kind}>
      <button type="button" className={styles.issue} onClick={() => onCompare(issueId)}>
        <span dir="auto">{issue(issueId)}</span>
        <span className={styles.detail}>{detail}</span>
      </button>
      <span className={styles.cells}>
        {say('network.inMatrix')}
        {pair.map((partyId) => (
          <button
            key={partyId}
            type="button"
            aria-label={say('network.openCell', { party: party(partyId), issue: issue(issueId) })}
            onClick={() => onCell(issueId, partyId)}
          >
            <bdi>{party(partyId)}</bdi>
          </button>
        ))}
      </span>
    </li>
  )
  return (
    <aside
      className={styles.pane}
      aria-labelledby="network-pair-name"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2 id="network-pair-name" ref={head} tabIndex={-1} dir="auto">
          {say('network.pair.title', names)}
        </h2>
        <IconButton label={say('action.close')} shortcut="Escape" icon={<X />} size="small" onPress={onClose} />
      </header>
      {error && !data ? (
        <LoadError error={error} onAgain={() => void refetch()} />
      ) : !data || isPlaceholderData ? (
        <Spinner label={say('compare.loading')} />
      ) : (
        <div className={styles.body}>
          <p className={styles.said}>{words.pair(a, b, edge)}</p>
          {issues > 0 && issues < FEW && <p className={styles.few}>{say('network.few', { count: issues })}</p>}
          {torn.length > 0 && (
            <p className={styles.few}>{say('network.torn', { count: torn.length, issues: torn.map(issue).join('; ') })}</p>
          )}
          <Button label={say('network.compare')} icon={<Columns2 />} isDisabled={issues === 0} onPress={() => onCompare(null)} />
          {data.agreed.length > 0 && (
            <section>
              <h3 data-kind="agreement">
                <span aria-hidden="true">{LINK_SIGNS.agreement}</span> {say('network.agreeOn', { count: data.agreed.length })}
              </h3>
              <ul>
                {data.agreed.map(({ issueId, stance }) =>
                  line(
                    'agreement',
                    issueId,
                    `${issueId} ${stance}`,
                    <>
                      <StanceMark stance={stance} short /> {say(stance === 'supports' ? 'network.bothSupport' : 'network.bothOppose')}
                    </>,
                  ),
                )}
              </ul>
            </section>
          )}
          {data.opposed.length > 0 && (
            <section>
              <h3 data-kind="conflict">
                <span aria-hidden="true">{LINK_SIGNS.conflict}</span> {say('network.conflictOn', { count: data.opposed.length })}
              </h3>
              <ul>
                {data.opposed.map(({ issueId, supporterId }) =>
                  line(
                    'conflict',
                    issueId,
                    `${issueId} ${supporterId}`,
                    <>
                      <StanceMark stance="supports" short /> <bdi>{party(supporterId)}</bdi>
                      <StanceMark stance="opposes" short /> <bdi>{party(supporterId === a ? b : a)}</bdi>
                    </>,
                  ),
                )}
              </ul>
            </section>
          )}
        </div>
      )}
    </aside>
  )
}
