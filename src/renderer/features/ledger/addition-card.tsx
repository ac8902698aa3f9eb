/** A passage that looks like part of a thread that is there. */
import { Check, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { ThreadAddition } from '../../../shared/domain/ledger.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './proposals.module.css'

export interface AdditionCardProps {
  addition: ThreadAddition
  codebook: Codebook
  canWrite: boolean
  onOpenThread: () => void
  onAccept: () => void
  onDecline: () => void
  onOpenEvidence: (evidence: Evidence) => void
  onHeadKey: (event: KeyboardEvent<HTMLButtonElement>) => void
}

export function AdditionCard({
  addition,
  codebook,
  canWrite,
  onOpenThread,
  onAccept,
  onDecline,
  onOpenEvidence,
  onHeadKey,
}: AdditionCardProps) {
  const say = useSay()
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the words within are its name */}
        <button
          type="button"
          className={styles.fold}
          data-head
          title={say('proposals.openThread', { title: addition.title })}
          onClick={onOpenThread}
          onKeyDown={onHeadKey}
        >
          <span className={styles.what}>
            <span className={styles.titleLine}>
              <span className={styles.lead}>{say('proposals.partOf')}</span>
              <bdi className={styles.title}>{addition.title}</bdi>
            </span>
            <span className={styles.facts}>
              <span>{say('threads.as', { role: say(`thread.role.${addition.role}`) })}</span>
              <span>{addition.reasons.map((reason) => say(`thread.reason.${reason}`)).join(', ')}</span>
            </span>
          </span>
        </button>
        <Button label={say('proposals.accept')} icon={<Check />} size="small" shortcut="A" isDisabled={!canWrite} onPress={onAccept} />
        <Button
          label={say('proposals.decline')}
          icon={<X />}
          kind="quiet"
          size="small"
          shortcut="D"
          isDisabled={!canWrite}
          onPress={onDecline}
        />
      </header>
      <div className={styles.quote}>
        <EvidenceQuote evidence={addition.evidence} codebook={codebook} onOpen={onOpenEvidence} showSpeaker />
      </div>
    </article>
  )
}
