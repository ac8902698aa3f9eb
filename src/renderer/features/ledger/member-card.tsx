/** A passage of a thread: its role, who said it when and where, its words and their translation, how it is known, and the way to it. */
import { Link2Off } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { memberRoleSchema, type MemberRole } from '../../../shared/domain/thread-status.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './member-card.module.css'
import type { ThreadMember } from './thread-history.ts'

export interface MemberCardProps {
  threadId: number
  title: string
  member: ThreadMember
  codebook: Codebook
  canWrite: boolean
  onOpenEvidence: (evidence: Evidence) => void
  /** What it changed. */
  children?: ReactNode
}

export function MemberCard({ threadId, title, member, codebook, canWrite, onOpenEvidence, children }: MemberCardProps) {
  const say = useSay()
  const intl = useIntl()
  const offerUndo = useOfferUndo()
  const { run: attach } = useAction('threads.attach')
  const { run: detach } = useAction('threads.detach')
  const { role, evidence } = member
  const speaker = evidence.speakerId === null ? undefined : codebook.partyById.get(evidence.speakerId)
  const card = useRef<HTMLElement>(null)
  const leave = async (): Promise<void> => {
    const goOn = neighbourOf(card.current)
    if (!(await detach({ id: threadId, annotationId: evidence.id }))) return
    goOn?.focus()
    offerUndo(say('threads.detached', { title }))
  }
  const tag = codebook.tagById.get(evidence.tagId)
  const date = evidence.date === null ? say('evidence.undated') : formatPartialDate(intl, evidence.date.slice(0, 10))
  const grading = `${evidence.reliability ?? ''}${evidence.credibility ?? ''}`
  const gradingWords = [
    evidence.reliability && say(`metadata.reliability.${evidence.reliability}`),
    evidence.credibility && say(`metadata.credibility.${evidence.credibility}`),
  ]
    .filter(Boolean)
    .join('; ')
  return (
    <article ref={card} className={styles.card}>
      <header className={styles.head}>
        <Select<MemberRole>
          label={say('threads.role')}
          hideLabel
          isQuiet
          isDisabled={!canWrite}
          value={role}
          onChange={(next) => void attach({ id: threadId, annotationId: evidence.id, role: next })}
          options={memberRoleSchema.options.map((id) => ({ id, label: say(`thread.role.${id}`) }))}
        />
        <span className={styles.date}>{evidence.dateFrom === 'publication' ? say('evidence.published', { date }) : date}</span>
        <bdi className={styles.who}>{speaker?.name ?? say('thread.noSpeaker')}</bdi>
        {children}
        <span className={styles.space} />
        <IconButton
          label={say('thread.detach')}
          icon={<Link2Off />}
          size="small"
          isDisabled={!canWrite}
          className={styles.detach}
          onPress={() => void leave()}
        />
      </header>
      <div data-passage>
        <button
          type="button"
          className={styles.open}
          onClick={() => onOpenEvidence(evidence)}
          aria-label={say('evidence.open', { quote: evidence.quote, title: evidence.articleTitle })}
        >
          <blockquote className={styles.words} data-reading lang={evidence.language ?? undefined} dir="auto">
            {evidence.quote}
          </blockquote>
        </button>
      </div>
      {evidence.translation && (
        <p className={styles.translation} dir="auto">
          {evidence.translation}
        </p>
      )}
      <p className={styles.facts}>
        {tag && <TagMark tag={tag} />}
        {evidence.stance && <StanceMark stance={evidence.stance} />}
        <bdi>{evidence.outlet ?? say('evidence.noOutlet')}</bdi>
        {evidence.attribution && (
          <span title={say(`attribution.about.${evidence.attribution}`)}>{say(`attribution.${evidence.attribution}`)}</span>
        )}
        {evidence.reportedBy.length > 0 && <bdi>{say('thread.reportedBy', { names: evidence.reportedBy.join(' ← ') })}</bdi>}
        <span title={gradingWords || say('thread.notGradedAbout')}>
          {grading === '' ? say('thread.notGraded') : say('thread.graded', { grading })}
          {gradingWords && <span className={styles.hidden}> {gradingWords}</span>}
        </span>
        <bdi className={styles.article}>{evidence.articleTitle}</bdi>
      </p>
    </article>
  )
}

/** Where one goes on once a card is gone: the passage after it, else the one before. */
function neighbourOf(card: HTMLElement | null): HTMLElement | null | undefined {
  const item = card?.closest('li')
  const members = [...(item?.parentElement?.querySelectorAll('[data-member]') ?? [])]
  const at = members.findIndex((member) => member === item)
  return (members[at + 1] ?? members[at - 1])?.querySelector<HTMLElement>('[data-passage] button')
}
