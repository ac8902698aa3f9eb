/** One proposed thread: folded its title and reasons, opened its passages with their roles, all of it to be changed before it is accepted. */
import { Check, ChevronDown, ChevronRight, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { ThreadProposal } from '../../../shared/domain/ledger.ts'
import { memberRoleSchema, threadKindSchema, type MemberRole, type ThreadKind } from '../../../shared/domain/thread-status.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Names } from './arrange.ts'
import { PartyBox } from './entry-box.tsx'
import { KindMark } from './kind-mark.tsx'
import { isWhole, type ProposalDraft } from './proposal-draft.ts'
import styles from './proposals.module.css'

export interface ProposalCardProps {
  proposal: ThreadProposal
  draft: ProposalDraft
  codebook: Codebook
  names: Names
  isOpen: boolean
  canWrite: boolean
  onFold: () => void
  onDraft: (patch: Partial<ProposalDraft>) => void
  onAccept: () => void
  onDecline: () => void
  onOpenEvidence: (evidence: Evidence) => void
  onHeadKey: (event: KeyboardEvent<HTMLButtonElement>) => void
}

export function ProposalCard(props: ProposalCardProps) {
  const { proposal, draft, codebook, names, isOpen, canWrite, onFold, onDraft, onAccept, onDecline, onOpenEvidence, onHeadKey } = props
  const say = useSay()
  const parties = [names.party(draft.owner), names.party(draft.addressee)].filter((name) => name !== '').join(' → ')
  const facts = [parties, names.issue(proposal.issueId), say('threads.members', { count: proposal.members.length })].filter(
    (fact) => fact !== '',
  )
  return (
    <article className={styles.card} data-open={isOpen || undefined}>
      <header className={styles.cardHead}>
        <button type="button" className={styles.fold} aria-expanded={isOpen} data-head onClick={onFold} onKeyDown={onHeadKey}>
          {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" className={styles.folded} />}
          <span className={styles.what}>
            <span className={styles.titleLine}>
              <KindMark kind={draft.kind} />
              <bdi className={styles.title}>{draft.title}</bdi>
            </span>
            <span className={styles.facts}>
              {facts.map((fact) => (
                <bdi key={fact}>{fact}</bdi>
              ))}
              <span>{proposal.reasons.map((reason) => say(`thread.reason.${reason}`)).join(', ')}</span>
            </span>
          </span>
        </button>
        <Button
          label={say('proposals.accept')}
          icon={<Check />}
          size="small"
          shortcut="A"
          isDisabled={!canWrite || !isWhole(draft)}
          onPress={onAccept}
        />
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
      {isOpen && (
        <div className={styles.inside}>
          <div className={styles.fields}>
            <TextField label={say('thread.title')} value={draft.title} onChange={(title) => onDraft({ title })} />
            <Select<ThreadKind>
              label={say('thread.kind')}
              value={draft.kind}
              onChange={(kind) => onDraft({ kind })}
              options={threadKindSchema.options.map((id) => ({ id, label: say(`thread.kind.${id}`) }))}
            />
            <PartyBox
              label={say('thread.owner')}
              codebook={codebook}
              value={draft.owner}
              isChoiceOnly
              onChoose={(owner) => {
                if (typeof owner !== 'string') onDraft({ owner })
                return Promise.resolve(true)
              }}
            />
            <PartyBox
              label={say('thread.addressee')}
              codebook={codebook}
              value={draft.addressee}
              isChoiceOnly
              onChoose={(addressee) => {
                if (typeof addressee !== 'string') onDraft({ addressee })
                return Promise.resolve(true)
              }}
            />
          </div>
          <ul className={styles.members}>
            {proposal.members.map(({ role, evidence }) => {
              const isTicked = draft.ticked.has(evidence.id)
              return (
                <li key={evidence.id} className={styles.member} data-out={!isTicked || undefined}>
                  <Checkbox
                    label={say('proposals.keep', { quote: evidence.quote })}
                    hideLabel
                    value={isTicked}
                    onChange={(isOn) =>
                      onDraft({
                        ticked: new Set(isOn ? [...draft.ticked, evidence.id] : [...draft.ticked].filter((id) => id !== evidence.id)),
                      })
                    }
                  />
                  <EvidenceQuote evidence={evidence} codebook={codebook} onOpen={onOpenEvidence} showSpeaker />
                  <Select<MemberRole>
                    label={say('threads.role')}
                    hideLabel
                    isQuiet
                    isDisabled={!isTicked}
                    value={draft.roles.get(evidence.id) ?? role}
                    onChange={(next) => onDraft({ roles: new Map([...draft.roles, [evidence.id, next]]) })}
                    options={memberRoleSchema.options.map((id) => ({ id, label: say(`thread.role.${id}`) }))}
                  />
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </article>
  )
}
