/** One change: who moved on what, and the quote then beside the quote now; a thread with its status then and now. */
import { ArrowRight } from 'lucide-react'
import type { CellChange } from '../../../shared/domain/changes.ts'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { EvidenceQuote } from '../../lib/parts/evidence-quote.tsx'
import { useSay } from '../../lib/say.ts'
import { ChangeMark } from './changes-mark.tsx'
import { partyOf, type ChangeLine } from './changes-groups.ts'
import styles from './changes-view.module.css'

export interface ChangesLineProps {
  line: ChangeLine
  /** The kind of change is said: not so under a head that says it. */
  showsKind: boolean
  codebook: Codebook
  onOpenEvidence: (evidence: Evidence) => void
  /** The cell of the matrix. */
  onOpenCell: (cell: { issue: number; party: number }) => void
  onOpenThread: (threadId: number) => void
}

export function ChangesLine({ line, showsKind, codebook, onOpenEvidence, onOpenCell, onOpenThread }: ChangesLineProps) {
  const say = useSay()
  const { change } = line
  const partyId = partyOf(line)
  const party = partyId === null ? say('changes.noParty') : (codebook.partyById.get(partyId)?.name ?? '')
  const issue = change.issueId === null ? undefined : codebook.issueById.get(change.issueId)
  const path = issue ? issueText(issue) : say('compare.noIssue')
  const open = (): void =>
    line.of === 'cell' ? onOpenCell({ issue: line.change.issueId, party: line.change.partyId }) : onOpenThread(line.change.threadId)
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        {showsKind && <ChangeMark kind={change.kind} />}
        <button type="button" className={styles.subject} onClick={open} data-line>
          <bdi className={styles.party}>{party}</bdi>
          <bdi className={styles.issue}>{line.of === 'cell' ? path : line.change.title}</bdi>
        </button>
        {line.of === 'cell' && <Step {...line.change} />}
        <span className={styles.facts}>
          {line.of === 'cell' ? say('changes.since', { count: line.change.statements }) : statuses(say, line.change)}
        </span>
      </div>
      <div className={styles.quotes}>
        <Side
          label={say('changes.then')}
          evidence={change.from}
          nothing={say(line.of === 'cell' ? 'changes.nothingThen' : 'changes.nothingRaised')}
          codebook={codebook}
          onOpen={onOpenEvidence}
        />
        <ArrowRight aria-hidden="true" className={styles.arrow} />
        <Side
          label={say('changes.now')}
          evidence={change.to}
          nothing={say(`changes.nothingNow.${line.of === 'cell' ? 'cell' : change.kind}`, {
            deadline: line.of === 'thread' ? line.change.deadline : null,
          })}
          codebook={codebook}
          onOpen={onOpenEvidence}
        />
      </div>
    </li>
  )
}

/** What moved between the two quotes: "conditional → supports", or how strongly it is said; nothing where that is not it. */
function Step({ from, to }: Pick<CellChange, 'from' | 'to'>) {
  const say = useSay()
  if (!from?.stance || !to?.stance) return null
  const isStance = from.stance !== to.stance
  if (!isStance && (from.intensity === null || to.intensity === null || from.intensity === to.intensity)) return null
  return (
    <span className={styles.facts}>
      {isStance
        ? say('changes.step.stance', { from: say(`stance.${from.stance}`), to: say(`stance.${to.stance}`) })
        : say('changes.step.intensity', { from: from.intensity, to: to.intensity })}
    </span>
  )
}

const statuses = (say: ReturnType<typeof useSay>, { was, is }: Extract<ChangeLine, { of: 'thread' }>['change']): string =>
  was === null || was === is
    ? say(`thread.status.${is}`)
    : say('changes.status', { was: say(`thread.status.${was}`), is: say(`thread.status.${is}`) })

interface SideProps {
  label: string
  evidence: Evidence | null
  /** What stands there without a quote. */
  nothing: string
  codebook: Codebook
  onOpen: (evidence: Evidence) => void
}

function Side({ label, evidence, nothing, codebook, onOpen }: SideProps) {
  return (
    <div className={styles.side} role="group" aria-label={label}>
      {evidence ? <EvidenceQuote evidence={evidence} codebook={codebook} onOpen={onOpen} /> : <p className={styles.nothing}>{nothing}</p>}
    </div>
  )
}
