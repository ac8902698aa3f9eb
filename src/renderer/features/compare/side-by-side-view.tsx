/** Two to six parties in columns, issues as bands, their quotes in date order. Without a choice it shows the two who say most. */
import { Columns2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TokenField } from '../../ui/token-field.tsx'
import styles from './side-by-side-view.module.css'

const MOST = 6

export interface SideBySideViewProps {
  filter: Filter
  level: PartyLevel
  codebook: Codebook
  parties: readonly number[]
  onParties: (parties: number[]) => void
  onClearFilter: () => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function SideBySideView({ filter, level, codebook, parties, onParties, onClearFilter, onOpenEvidence }: SideBySideViewProps) {
  const say = useSay()
  const { data: matrix } = useData('compare.matrix', { filter: {}, level })
  const speaking = useMemo(() => (matrix?.columns ?? []).toSorted((a, b) => b.statements - a.statements), [matrix])
  const chosen = parties.length > 0 ? [...new Set(parties)].slice(0, MOST) : speaking.slice(0, 2).map((column) => column.partyId)
  const { data, error, refetch } = useData('compare.sideBySide', { parties: chosen, filter, level }, { enabled: chosen.length > 0 })
  const items = speaking.map((column) => ({
    id: String(column.partyId),
    label: codebook.partyById.get(column.partyId)?.name ?? '',
    detail: say('compare.statements', { count: column.statements }),
    keywords: codebook.partyById.get(column.partyId)?.aliases.map((alias) => alias.name) ?? [],
  }))
  if (matrix && speaking.length === 0)
    return (
      <EmptyState icon={<Columns2 />} title={say('compare.empty')}>
        {say('compare.emptyText')}
      </EmptyState>
    )
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <TokenField
          label={say('compare.parties')}
          items={items}
          value={chosen.map(String)}
          onChange={(ids) => onParties(ids.map(Number).slice(0, MOST))}
          hint={chosen.length >= MOST ? say('compare.mostParties') : undefined}
        />
      </div>
      {error && !data && <LoadError error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spinner label={say('compare.loading')} />}
      {data?.bands.length === 0 && (
        <EmptyState
          icon={<Columns2 />}
          title={say('compare.nothingFits')}
          actions={<Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />}
        >
          {say('compare.nothingFitsText')}
        </EmptyState>
      )}
      {data && data.bands.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table} aria-label={say('compare.side')}>
            <thead>
              <tr>
                {chosen.map((id) => (
                  <th key={id} scope="col" className={styles.party}>
                    <bdi>{codebook.partyById.get(id)?.name}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            {data.bands.map((band) => {
              const issue = band.issueId === null ? undefined : codebook.issueById.get(band.issueId)
              return (
                <tbody key={band.issueId ?? 0}>
                  <tr>
                    <th colSpan={chosen.length} scope="rowgroup" className={styles.band}>
                      {issue ? issueText(issue) : say('compare.noIssue')}
                    </th>
                  </tr>
                  <tr>
                    {band.columns.map((column) => (
                      <td key={column.partyId} className={styles.column}>
                        {column.quotes.length === 0 && <p className={styles.none}>{say('compare.noEvidence')}</p>}
                        {column.quotes.map((quote) => (
                          <EvidenceQuote
                            key={quote.id}
                            evidence={quote}
                            codebook={codebook}
                            onOpen={onOpenEvidence}
                            showSpeaker={quote.speakerId !== column.partyId}
                          />
                        ))}
                      </td>
                    ))}
                  </tr>
                </tbody>
              )
            })}
          </table>
        </div>
      )}
    </div>
  )
}
