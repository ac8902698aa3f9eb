/** The codebook: tags, issues and parties, each a tree with a form beside it. Every change is one step that undo takes back. */
import { useRef, useState } from 'react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useCanWrite, useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { CodebookHead } from './codebook-head.tsx'
import styles from './codebook-view.module.css'
import { entriesOf, type Entry } from './entries.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryPane } from './entry-pane.tsx'
import { IssueForm } from './issue-form.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NothingChosen } from './nothing-chosen.tsx'
import { PartyForm } from './party-form.tsx'
import { QuotesDialog } from './quotes-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { TagForm } from './tag-form.tsx'
import { usePartActions } from './use-part-actions.ts'

export interface CodebookViewProps {
  part: CodebookPart
  id: number | null
  /** `replace`: going from entry to entry leaves no trace in the way back. */
  onPlace: (part: CodebookPart, id: number | null, options?: { replace?: boolean }) => void
  onOpenPassage: (articleId: number, annotationId: number) => void
  /** To a report on a party. */
  onDossier: (partyId: number) => void
}

type Asking = { kind: 'merge'; from: number; into: number | null } | { kind: 'remove' | 'all'; id: number } | null

const FORMS = { tags: TagForm, issues: IssueForm, parties: PartyForm } as const

export function CodebookView({ part, id, onPlace, onOpenPassage, onDossier }: CodebookViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const isReadOnly = !useCanWrite()
  const actions = usePartActions(part, codebook)
  const offerUndo = useOfferUndo()
  const isMounted = useMounted()
  const [asking, setAsking] = useState<Asking>(null)
  const side = useRef<HTMLDivElement>(null)
  const { error, refetch } = useData(`${part}.list`, {})
  const entries = entriesOf(codebook, part)
  const entry = entries.find((each) => each.id === id) ?? null
  const choose = (chosen: number | null): void => onPlace(part, chosen, { replace: id !== null })
  const Fields = FORMS[part]

  const retire = async (of: Entry, retired: boolean): Promise<void> => {
    if (await actions.retire(of.id, retired)) offerUndo(say(retired ? 'codebook.didRetire' : 'codebook.didUnretire', { name: of.name }))
  }
  const close = (): void => setAsking(null)
  if (error) return <LoadError error={error} onAgain={() => void refetch()} />
  return (
    <div className={styles.page}>
      <CodebookHead
        part={part}
        codebook={codebook}
        isReadOnly={isReadOnly}
        onPart={(next) => onPlace(next, null)}
        onMerge={(from, into) => setAsking({ kind: 'merge', from, into })}
      />
      <div className={styles.panes}>
        <section className={styles.list} aria-label={say('codebook.pane')}>
          <EntryPane
            key={part}
            part={part}
            entries={entries}
            currentId={id}
            actions={actions}
            isReadOnly={isReadOnly}
            onChoose={choose}
            onOpen={() => requestAnimationFrame(() => side.current?.querySelector<HTMLElement>('input, textarea')?.focus())}
            onRetire={(of) => void retire(of, !of.retired)}
            onMerge={(from) => setAsking({ kind: 'merge', from, into: null })}
            {...(part === 'parties' && { onDossier })}
            onRemove={(of) => setAsking({ kind: 'remove', id: of })}
          />
        </section>
        <section ref={side} className={styles.side} aria-label={say('codebook.formPane')} key={`${part} ${id}`}>
          {entry ? (
            <EntryForm
              part={part}
              entry={entry}
              path={pathOf(entries, entry)}
              isReadOnly={isReadOnly}
              onShowAll={() => setAsking({ kind: 'all', id: entry.id })}
              onRetire={(retired) => void retire(entry, retired)}
              onMerge={() => setAsking({ kind: 'merge', from: entry.id, into: null })}
              onRemove={() => setAsking({ kind: 'remove', id: entry.id })}
            >
              <Fields entry={entry} codebook={codebook} isReadOnly={isReadOnly} onOpen={onOpenPassage} />
            </EntryForm>
          ) : (
            <NothingChosen part={part} isEmpty={entries.length === 0} />
          )}
        </section>
      </div>
      {asking?.kind === 'merge' && (
        <MergeDialog
          part={part}
          entries={entries}
          fromId={asking.from}
          intoId={asking.into}
          onMerge={actions.merge}
          onDone={(into) => isMounted() && choose(into)}
          onClose={close}
        />
      )}
      {asking?.kind === 'remove' && (
        <Removing
          part={part}
          entries={entries}
          id={asking.id}
          onRemove={actions.remove}
          onDone={() => isMounted() && choose(null)}
          onClose={close}
        />
      )}
      {asking?.kind === 'all' && entry && (
        <QuotesDialog
          title={say('codebook.allOf', { name: entry.name })}
          part={part}
          id={asking.id}
          codebook={codebook}
          onClose={close}
          onOpen={onOpenPassage}
        />
      )}
    </div>
  )
}

type RemovingProps = Omit<Parameters<typeof RemoveDialog>[0], 'entry'> & { id: number }

/** Another window, or undo, may have taken the entry away while the question stood. */
function Removing({ id, ...props }: RemovingProps) {
  const entry = props.entries.find((each) => each.id === id)
  return entry ? <RemoveDialog {...props} entry={entry} /> : null
}

/** Names above an entry, from the top. */
function pathOf(entries: readonly Entry[], entry: Entry): string[] {
  const parent = entry.parentId === null ? undefined : entries.find((each) => each.id === entry.parentId)
  return parent ? [...pathOf(entries, parent), parent.name] : []
}
