/**
 * Summaries of cells that are being typed and not yet sent: held as texts of annotations are (held.ts), outside the page and outside the
 * library, so that a page that dies costs nothing and a burst of typing is one step of the history.
 */
import { cellKey, type HeldSummary } from '../shared/domain/cell.ts'
import type { CellRef } from '../shared/domain/compare.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { HOLD_MS } from './held.ts'
import type { Session } from './session.ts'
import { cellName } from './store/cell-names.ts'
import { summaryOf, writeSummary } from './store/cell-summaries.ts'
import { libraryUid } from './store/counts.ts'
import type { LibraryFile } from './store/library-file.ts'

/** By library and cell: ids of another library mean other cells. */
export class HeldCells {
  readonly #held = new Map<string, Map<string, HeldSummary>>()
  #timer: NodeJS.Timeout | undefined

  /** Holds a summary in place of what was held of its cell. `whenOver` is called once the oldest was held long enough. */
  hold(library: LibraryFile, held: HeldSummary, whenOver: () => void): void {
    this.#of(library).set(cellKey(held.cell), held)
    this.#timer ??= setTimeout(whenOver, HOLD_MS).unref()
  }

  /** The text that is held of a cell rests on these quotes from now on; nothing happens where none is. */
  relink(library: LibraryFile, cell: CellRef, quoteIds: readonly number[]): void {
    const held = this.#of(library)
    const ofCell = held.get(cellKey(cell))
    if (ofCell) held.set(cellKey(cell), { ...ofCell, quoteIds: [...quoteIds] })
  }

  letGo(library: LibraryFile, cell: CellRef): void {
    const held = this.#of(library)
    held.delete(cellKey(cell))
    if (held.size === 0) this.#stop()
  }

  /** What is held of a library, which is then held no longer. */
  take(library: LibraryFile): HeldSummary[] {
    this.#stop()
    const held = this.#of(library)
    const all = [...held.values()]
    held.clear()
    return all
  }

  #of(library: LibraryFile): Map<string, HeldSummary> {
    const key = `${libraryUid(library.read)} ${library.path}`
    const held = this.#held.get(key) ?? new Map<string, HeldSummary>()
    this.#held.set(key, held)
    return held
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

/**
 * Writes what is held, a step for each cell; what says nothing new is no step, and an empty text is left as it is stored. What is about
 * something that is gone is let go of; what cannot be written for any other reason stays held. Never throws.
 */
export function settleCells(session: Session): { steps: number; kept: number } {
  const { library, heldCells } = session
  if (!library) return { steps: 0, kept: 0 }
  let [steps, kept] = [0, 0]
  for (const held of heldCells.take(library)) {
    try {
      steps += writeHeld(session, library, held) ? 1 : 0
    } catch (error) {
      if (!(error instanceof ParleyError)) session.held.onUnexpected(error)
      else if (error.code === 'not-found') continue
      kept += 1
      heldCells.hold(library, held, () => settleCells(session))
    }
  }
  return { steps, kept }
}

function writeHeld(session: Session, library: LibraryFile, { cell, text, quoteIds }: HeldSummary): boolean {
  const before = summaryOf(library.read, cell)
  const quotes = (ids: readonly number[]): string => [...new Set(ids)].toSorted((a, b) => a - b).join()
  const isNew = text.trim() !== before?.text || quotes(quoteIds) !== quotes(before.quoteIds)
  if (text.trim() === '' || !isNew) return false
  session.write({ kind: 'cells.write', subject: cellName(library.read, cell), count: 1 }, ['cells'], (db, context) =>
    writeSummary(db, { cell, text, quoteIds, confirms: before === null }, context),
  )
  return true
}
