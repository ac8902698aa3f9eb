/** What the cell is and says: the party, the path of the issue, stance and trend with the reason, how weak the evidence is; and where to go from here. */
import { ChevronDown, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Fragment, useMemo, useState, type RefObject } from 'react'
import type { CellRef, Evidence, MatrixCell } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CellExportMenu } from './cell-export-menu.tsx'
import { cellFacts } from './cell-facts.ts'
import styles from './cell-drawer.module.css'
import { CellMarks, IntensityBar, TrendMark } from './matrix-marks.tsx'
import { useMatrixWords } from './use-matrix-words.ts'

export interface CellDrawerHeadProps {
  heading: RefObject<HTMLHeadingElement | null>
  cell: CellRef
  /** What the core says of the cell; null: not known, or nothing fits. */
  facts: MatrixCell | null
  quotes: readonly Evidence[]
  filter: Filter
  codebook: Codebook
  numbers: ReadonlyMap<number, number>
  summary: string | null
  onBefore: (() => void) | undefined
  onBehind: (() => void) | undefined
  onClose: () => void
}

export function CellDrawerHead(props: CellDrawerHeadProps) {
  const { heading, cell, facts, quotes, filter, codebook, numbers, summary, onBefore, onBehind, onClose } = props
  const say = useSay()
  const words = useMatrixWords(codebook)
  const party = codebook.partyById.get(cell.partyId)?.name ?? ''
  const issue = cell.issueId === null ? undefined : codebook.issueById.get(cell.issueId)
  const path = issue ? issueText(issue) : say('compare.noIssue')
  const byId = useMemo(() => new Map(quotes.map((quote) => [quote.id, quote])), [quotes])
  const [isOpen, setOpen] = useState(remembered.isOpen)
  const sentences = facts
    ? cellFacts(facts, (id) => byId.get(id), words.facts, facts.own < facts.statements).filter(({ kind }) => kind !== 'summary')
    : []
  // Whoever folds the reasons still sees that the evidence is weak.
  const always = sentences.filter(({ kind }) => kind === 'weakness')
  const shown = isOpen ? sentences : always
  return (
    <header className={styles.head}>
      <div className={styles.names}>
        <h2
          id="cell-drawer-name"
          ref={heading}
          tabIndex={-1}
          className={styles.party}
          aria-label={say('compare.cell', { issue: path, party })}
        >
          <bdi>{party}</bdi>
        </h2>
        <p className={styles.issue}>
          {issue
            ? issue.path.map((name, index) => (
                <Fragment key={name + String(index)}>
                  {index > 0 && ' › '}
                  <bdi>{name}</bdi>
                </Fragment>
              ))
            : path}
        </p>
      </div>
      <div className={styles.tools}>
        <IconButton
          label={say('cell.before')}
          shortcut="["
          icon={<ChevronLeft />}
          size="small"
          isDisabled={!onBefore}
          {...(onBefore && { onPress: onBefore })}
        />
        <IconButton
          label={say('cell.behind')}
          shortcut="]"
          icon={<ChevronRight />}
          size="small"
          isDisabled={!onBehind}
          {...(onBehind && { onPress: onBehind })}
        />
        <CellExportMenu
          cell={cell}
          name={`${party} – ${path}`}
          quotes={quotes}
          filter={filter}
          codebook={codebook}
          numbers={numbers}
          summary={summary}
        />
        <IconButton label={say('action.close')} shortcut="Escape" icon={<X />} size="small" onPress={onClose} />
      </div>
      {facts && (
        <div className={styles.marks}>
          {facts.stance && <StanceMark stance={facts.stance} />}
          {facts.intensity !== null && <IntensityBar value={facts.intensity} />}
          {facts.trend && <TrendMark trend={facts.trend} />}
          <CellMarks cell={{ ...facts, summary: null, override: null }} />
          {facts.override && <span className={styles.read}>{say('matrix.readBy', { coder: facts.override.coder })}</span>}
          {sentences.length > always.length && (
            <button
              type="button"
              className={styles.why}
              aria-expanded={isOpen}
              onClick={() => {
                remembered.isOpen = !isOpen
                setOpen(!isOpen)
              }}
            >
              {say('cell.why')}
              <ChevronDown aria-hidden="true" />
            </button>
          )}
        </div>
      )}
      {shown.length > 0 && (
        <div className={styles.facts}>
          {shown.map(({ kind, text }, index) => (
            <p key={`${kind}${index}`} data-kind={kind}>
              {text}
            </p>
          ))}
        </div>
      )}
    </header>
  )
}

/** Whether the reasons are shown, from cell to cell, as long as the window lives. */
const remembered = { isOpen: false }
