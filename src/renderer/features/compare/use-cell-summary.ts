/**
 * The summary of a cell while it is written. What is typed is held by the core whenever typing rests, and written as one step when the
 * field is left. Quotes can be linked before there is a text: they go with its first words. A link leaves the text alone.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CellSummary, SummaryQuote } from '../../../shared/domain/cell.ts'
import type { CellRef } from '../../../shared/domain/compare.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { cellWrites, numbered, type CellCalls } from './cell-writes.ts'

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
  const { data: stored, refetch } = useData('cells.summary', { cell })
  const { run: write } = useAction('cells.write')
  const { run: link } = useAction('cells.link')
  const { run: remove } = useAction('cells.remove')
  const { run: confirm } = useAction('cells.confirm')
  /** Links that are not stored yet; null: those that are stored hold. */
  const [links, setLinks] = useState<readonly number[] | null>(null)
  const calls: CellCalls = {
    // What came since is marked as seen by saying so, not by mending a word.
    write: async (text, quoteIds, isFirst) => (await write({ cell, text, quoteIds: [...quoteIds], confirms: isFirst })) !== undefined,
    link: async (quoteIds) => (await link({ cell, quoteIds: [...quoteIds] })) !== undefined,
    async remove() {
      const removed = await remove({ cell })
      if (removed) offerUndo(say('cell.summaryRemoved'))
      return removed !== undefined
    },
    reload: refetch,
  }
  const latest = useRef(calls)
  const [writes] = useState(() => cellWrites(() => latest.current, setLinks))
  useEffect(() => {
    latest.current = calls
  })
  useEffect(() => {
    if (stored !== undefined) writes.heard(stored)
  }, [stored, writes])
  const draft = useDraft({
    stored: stored?.text ?? '',
    clean,
    onCommit: (text) => (text !== '' ? writes.write(text) : stored ? writes.remove() : Promise.resolve(true)),
    onHold(text) {
      const held = text === null || clean(text) === '' ? null : { text, quoteIds: [...writes.linked()] }
      // What cannot be held is written when the field is left all the same.
      void sharedClient()
        .call('cells.hold', { cell, held })
        .catch(() => undefined)
    },
  })
  const quotes = useMemo(() => numbered(stored?.quotes ?? [], links), [stored, links])
  return {
    stored,
    text: draft.text,
    change: draft.change,
    commit: () => draft.commit(),
    quotes,
    toggle: writes.toggle,
    confirm: () => void confirm({ cell }),
  }
}
