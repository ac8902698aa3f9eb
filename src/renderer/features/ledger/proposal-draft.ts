/** A proposed thread as it is being looked at: what of it is kept, and what is sent when it is accepted. Pure. */
import type { ThreadProposal } from '../../../shared/domain/ledger.ts'
import type { MemberRole, ThreadInput } from '../../../shared/domain/thread.ts'
import type { ThreadKind } from '../../../shared/domain/thread-status.ts'

export interface ProposalDraft {
  kind: ThreadKind
  title: string
  owner: number | null
  addressee: number | null
  /** Passages that are kept. */
  ticked: ReadonlySet<number>
  roles: ReadonlyMap<number, MemberRole>
}

/** A proposal has no id: it is known by its passages. */
export const keyOf = ({ members }: Pick<ThreadProposal, 'members'>): string => members.map(({ evidence }) => evidence.id).join()

export const draftOf = (proposal: ThreadProposal): ProposalDraft => ({
  kind: proposal.kind,
  title: proposal.title,
  owner: proposal.ownerId,
  addressee: proposal.addresseeId,
  ticked: new Set(proposal.members.map(({ evidence }) => evidence.id)),
  roles: new Map(proposal.members.map(({ role, evidence }) => [evidence.id, role])),
})

/** A thread needs a title and a passage. */
export const isWhole = ({ title, ticked }: ProposalDraft): boolean => title.trim() !== '' && ticked.size > 0

export function inputOf(proposal: ThreadProposal, draft: ProposalDraft): ThreadInput {
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    owner: draft.owner,
    addressee: draft.addressee,
    issue: proposal.issueId,
    members: proposal.members.flatMap(({ role, evidence }) =>
      draft.ticked.has(evidence.id) ? [{ annotationId: evidence.id, role: draft.roles.get(evidence.id) ?? role }] : [],
    ),
  }
}
