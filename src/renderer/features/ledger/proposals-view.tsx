/**
 * Threads that are proposed from statements that look alike. Nothing is made before it is accepted, and what is declined is not proposed
 * again. By keys: arrows go from one to the next, A accepts, D declines, Enter opens.
 */
import { Sparkles } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { ThreadAddition, ThreadProposal } from '../../../shared/domain/ledger.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { latinKey } from '../../lib/keys.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AdditionCard } from './addition-card.tsx'
import type { Names } from './arrange.ts'
import { ProposalCard } from './proposal-card.tsx'
import { draftOf, inputOf, isWhole, keyOf, type ProposalDraft } from './proposal-draft.ts'
import styles from './proposals.module.css'

export interface ProposalsViewProps {
  codebook: Codebook
  names: Names
  onOpenThread: (threadId: number) => void
  onOpenEvidence: (evidence: Evidence) => void
  onRead: () => void
}

/** Asked for at a time; more are there once some are decided. */
const LIMIT = 50
const NO_PROPOSALS: ThreadProposal[] = []
const NO_ADDITIONS: ThreadAddition[] = []

export function ProposalsView({ codebook, names, onOpenThread, onOpenEvidence, onRead }: ProposalsViewProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data, error, refetch, isFetching } = useData('threads.propose', { limit: LIMIT })
  const create = useAction('threads.create')
  const attach = useAction('threads.attach')
  const decline = useAction('threads.decline')
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ProposalDraft>>(new Map())
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  /** Decided, and not yet gone from the answer. */
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const isBusy = create.pending || attach.pending || decline.pending
  const list = useRef<HTMLOListElement>(null)
  const next = useRef<number | null>(null)
  const proposals = (data?.proposals ?? NO_PROPOSALS).filter((proposal) => !decided.has(keyOf(proposal)))
  const additions = (data?.additions ?? NO_ADDITIONS).filter((addition) => !decided.has(additionKey(addition)))
  const heads = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-head]') ?? [])]
  // After a decision the focus goes on to what took the place.
  useEffect(() => {
    const index = next.current
    if (index === null) return
    next.current = null
    const all = heads()
    all[Math.min(index, all.length - 1)]?.focus()
  })
  // What undo brings back is proposed again.
  useEffect(() => setDecided(new Set()), [data])

  const draftFor = (proposal: ThreadProposal): ProposalDraft => drafts.get(keyOf(proposal)) ?? draftOf(proposal)
  const settle = (index: number, key: string, text: string): void => {
    next.current = index
    setDecided((before) => new Set([...before, key]))
    offerUndo(text)
  }
  const accept = async (proposal: ThreadProposal, index: number): Promise<void> => {
    const draft = draftFor(proposal)
    if (!canWrite || isBusy || !isWhole(draft)) return
    const made = await create.run(inputOf(proposal, draft))
    if (made) settle(index, keyOf(proposal), say('proposals.accepted', { title: made.title }))
  }
  const refuse = async (proposal: ThreadProposal, index: number): Promise<void> => {
    if (!canWrite || isBusy) return
    const annotationIds = proposal.members.map(({ evidence }) => evidence.id)
    if (await decline.run({ annotationIds, more: proposal.more }))
      settle(index, keyOf(proposal), say('proposals.declined', { title: draftFor(proposal).title }))
  }
  const takeIn = async (addition: ThreadAddition, index: number): Promise<void> => {
    if (!canWrite || isBusy) return
    const { threadId, role, evidence, title } = addition
    if (await attach.run({ id: threadId, annotationId: evidence.id, role }))
      settle(index, additionKey(addition), say('threads.attached', { title, role: say(`thread.role.${role}`) }))
  }
  const leaveOut = async (addition: ThreadAddition, index: number): Promise<void> => {
    if (!canWrite || isBusy) return
    const { threadId, evidence, title } = addition
    if (await decline.run({ annotationIds: [evidence.id], threadId }))
      settle(index, additionKey(addition), say('proposals.additionDeclined', { title }))
  }
  const keysAt = (index: number, yes: () => Promise<void>, no: () => Promise<void>) => (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = heads()
    const key = latinKey(event.nativeEvent).toLowerCase()
    if (key === 'arrowdown') all[index + 1]?.focus()
    else if (key === 'arrowup') all[index - 1]?.focus()
    else if (key === 'home') all[0]?.focus()
    else if (key === 'end') all.at(-1)?.focus()
    else if (key === 'a') void yes()
    else if (key === 'd') void no()
    else return
    event.preventDefault()
  }

  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!data) return <Spinner label={say('proposals.looking')} />
  const count = proposals.length + additions.length
  if (count === 0 && !isFetching)
    return (
      <EmptyState icon={<Sparkles />} title={say('proposals.empty')} actions={<Button label={say('ledger.toReader')} onPress={onRead} />}>
        {say('proposals.emptyText')}
      </EmptyState>
    )
  return (
    <div className={styles.page} aria-busy={isFetching}>
      <p className={styles.about} role="status">
        {say(data.isCut ? 'proposals.aboutCut' : 'proposals.about', { count })}
      </p>
      <ol ref={list} className={styles.list} aria-label={say('ledger.view.proposals')}>
        {proposals.map((proposal, index) => {
          const key = keyOf(proposal)
          // The first one shows what a proposal is; the others are opened as one comes to them.
          const isOpen = index === 0 ? !folded.has(key) : folded.has(key)
          return (
            <li key={key}>
              <ProposalCard
                proposal={proposal}
                draft={draftFor(proposal)}
                codebook={codebook}
                names={names}
                isOpen={isOpen}
                canWrite={canWrite}
                onFold={() => setFolded((before) => toggled(before, key))}
                onDraft={(patch) => setDrafts((before) => new Map([...before, [key, { ...draftFor(proposal), ...patch }]]))}
                onAccept={() => void accept(proposal, index)}
                onDecline={() => void refuse(proposal, index)}
                onOpenEvidence={onOpenEvidence}
                onHeadKey={keysAt(
                  index,
                  () => accept(proposal, index),
                  () => refuse(proposal, index),
                )}
              />
            </li>
          )
        })}
        {additions.map((addition, place) => {
          const index = proposals.length + place
          return (
            <li key={additionKey(addition)}>
              <AdditionCard
                addition={addition}
                codebook={codebook}
                canWrite={canWrite}
                onOpenThread={() => onOpenThread(addition.threadId)}
                onAccept={() => void takeIn(addition, index)}
                onDecline={() => void leaveOut(addition, index)}
                onOpenEvidence={onOpenEvidence}
                onHeadKey={keysAt(
                  index,
                  () => takeIn(addition, index),
                  () => leaveOut(addition, index),
                )}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const additionKey = ({ threadId, evidence }: ThreadAddition): string => `${threadId}:${evidence.id}`

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
