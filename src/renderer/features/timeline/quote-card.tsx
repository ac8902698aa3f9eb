/** The quote of a mark with the threads it belongs to; every member leads to its mark, the quote to its passage. */
import { X } from 'lucide-react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './quote-card.module.css'
import type { MarkWords } from './use-mark-words.ts'

export interface QuoteCardProps {
  id: number
  timeline: Timeline
  codebook: Codebook
  words: MarkWords
  onOpen: (id: number) => void
  onClose: () => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function QuoteCard({ id, timeline, codebook, words, onOpen, onClose, onOpenEvidence }: QuoteCardProps) {
  const say = useSay()
  const quote = useEvidence([id]).get(id)
  const marks = new Map(timeline.marks.map((mark) => [mark.id, mark]))
  const threads = timeline.threads.filter(({ members }) => members.some((member) => member.id === id))
  return (
    <aside className={styles.card} aria-label={say('timeline.quote')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header className={styles.head}>
        <h2>{say('timeline.quote')}</h2>
        <IconButton label={say('action.close')} icon={<X />} size="small" onPress={onClose} />
      </header>
      {quote && (
        <section className={styles.section}>
          <EvidenceQuote evidence={quote} codebook={codebook} onOpen={onOpenEvidence} showSpeaker />
          {quote.issueIds.length > 0 && (
            <p className={styles.issues}>
              {say('timeline.about')} <bdi>{words.issues(quote.issueIds)}</bdi>
            </p>
          )}
          <Button label={say('timeline.passage')} size="small" onPress={() => onOpenEvidence(quote)} className={styles.passage ?? ''} />
        </section>
      )}
      {threads.map((thread) => (
        <section key={thread.id} className={styles.section}>
          <h3>
            {say('timeline.inThread', { kind: say(`thread.kind.${thread.kind}`) })} <bdi>{thread.title}</bdi>
          </h3>
          <ol>
            {thread.members.map((member) => {
              const mark = marks.get(member.id)
              const lane = mark && timeline.lanes[mark.lane]
              if (!mark || !lane) return null
              return (
                <li key={member.id}>
                  <button type="button" aria-current={member.id === id ? 'true' : undefined} onClick={() => onOpen(member.id)}>
                    <span>{words.date(mark)}</span>
                    <bdi>{words.lane(lane)}</bdi>
                    <span className={styles.role}>{say(`thread.role.${member.role}`)}</span>
                  </button>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      {quote && threads.length === 0 && <p className={styles.none}>{say('timeline.noThread')}</p>}
    </aside>
  )
}
