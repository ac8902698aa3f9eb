/**
 * The summary of a cell while it is written. What is typed is held by the core whenever typing rests, and written as one step when the
 * field is left. Quotes can be linked before there is a text: they go with its first words.
 */
import { useEffect, useRef, useState } from 'react'
import type { CellSummary, SummaryQuote } from '../../../shared/domain/cell.ts'
import type { CellRef } from '../../../shared/domain/compare.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { useDraft } from '../../lib/use-draft.ts'

export interface CellSummaryState {
  /** As stored; null: nothing is written, undefined: not known yet. */
  stored: CellSummary | null | undefined
  text: string
  change: (text: string) => void
  commit: () => void
  /** Linked quotes by number, those that wait for a text included. */
  quotes: readonly SummaryQuote[]
  /** Links a quote, or takes the link away. */
  toggle: (id: number) => void
  confirm: () => void
}

const clean = (text: string): string => text.trim()

export function useCellSummary(cell: CellRef): CellSummaryState {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const { data: stored } = useData('cells.summary', { cell })
  const { run: write } = useAction('cells.write')
  const { run: remove } = useAction('cells.remove')
  const { run: confirm } = useAction('cells.confirm')
  /** Links that no text stands for yet. */
  const [waiting, setWaiting] = useState<readonly number[]>([])
  const quotes = stored ? stored.quotes : waiting.map((id, index) => ({ id, number: index + 1 }))
  /** Links that were just changed, until the answer is there: two changes at once must not undo each other. */
  const changed = useRef<readonly number[] | null>(null)
  useEffect(() => {
    changed.current = null
  }, [stored])
  const ids = (): readonly number[] => changed.current ?? quotes.map(({ id }) => id)

  const save = async (text: string, quoteIds: readonly number[]): Promise<boolean> => {
    // What came since is marked as seen by saying so, not by mending a word.
    const kept = await write({ cell, text, quoteIds: [...quoteIds], confirms: !stored })
    return kept !== undefined
  }
  const draft = useDraft({
    stored: stored?.text ?? '',
    clean,
    async onCommit(text) {
      if (text !== '') return save(text, ids())
      if (!stored) return true
      setWaiting(ids())
      const removed = await remove({ cell })
      if (removed) offerUndo(say('cell.summaryRemoved'))
      return removed !== undefined
    },
    onHold(text) {
      const held = text === null || clean(text) === '' ? null : { text, quoteIds: [...ids()] }
      // What cannot be held is written when the field is left all the same.
      void sharedClient()
        .call('cells.hold', { cell, held })
        .catch(() => undefined)
    },
  })
  const toggle = (id: number): void => {
    const linked = ids()
    const next = linked.includes(id) ? linked.filter((one) => one !== id) : [...linked, id]
    if (!stored) return setWaiting(next)
    changed.current = next
    void save(stored.text, next)
  }
  return {
    stored,
    text: draft.text,
    change: draft.change,
    commit: () => draft.commit(),
    quotes,
    toggle,
    confirm: () => void confirm({ cell }),
  }
}
