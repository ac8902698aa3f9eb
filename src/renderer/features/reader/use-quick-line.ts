/**
 * The line of the quick bar while it is typed: what is settled (taken with Tab, a comma or the mouse), what the rest of the line
 * means, and which of the choices for the unfinished word is marked. Nothing new is made of a word unless its line was marked or taken.
 */
import { useMemo, useState } from 'react'
import type { QuickIndex } from './quick-index.ts'
import { understand, type QuickPiece } from './quick-parse.ts'

export interface QuickLine {
  text: string
  /** Settled by the person, in order. */
  settled: readonly QuickPiece[]
  /** All that would be set now: settled, then understood, with the marked choice. */
  pieces: readonly QuickPiece[]
  options: readonly QuickPiece[]
  /** Index of the marked option; -1: none. */
  active: number
  type: (text: string) => void
  /** Marks the next or previous option. */
  move: (step: 1 | -1) => void
  /** Settles the word: as the option at `at`, else as the marked or the best one. False where there is nothing to settle. */
  take: (at?: number) => boolean
  /** Takes back the last settled piece. */
  back: () => void
  remove: (piece: QuickPiece) => void
}

/** `first`: what was typed before the line was there. */
export function useQuickLine(index: QuickIndex, first: string): QuickLine {
  const [text, setText] = useState(first)
  const [settled, setSettled] = useState<readonly QuickPiece[]>([])
  const [active, setActive] = useState(-1)
  const read = useMemo(() => understand(text, index, settled), [text, index, settled])
  const { options } = read

  /** All pieces, with the option at `at` in place of the unfinished word. */
  const withOption = (at: number): readonly QuickPiece[] => {
    const option = options[at]
    return option ? [...settled, ...read.pieces.slice(0, read.pieces.length - read.open), option] : [...settled, ...read.pieces]
  }
  const settle = (pieces: readonly QuickPiece[], rest: string): void => {
    setSettled(oneOfEach(pieces))
    setText(rest)
    setActive(-1)
  }
  return {
    text,
    settled,
    pieces: oneOfEach(withOption(active)),
    options,
    active,
    type(typed) {
      // Going on after a choice was marked takes it.
      if (active >= 0 && typed.startsWith(text)) settle(withOption(active), typed.slice(text.length).replace(/^[\s,，،]+/u, ''))
      else {
        setText(typed)
        setActive(-1)
      }
    },
    move(step) {
      if (options.length > 0)
        setActive((now) => (now < 0 && step < 0 ? options.length - 1 : (now + step + options.length) % options.length))
    },
    take(at = active) {
      if (at >= 0) {
        settle(withOption(at), '')
        return true
      }
      if (text.trim() === '') return false
      // What would be new is marked first: taking it needs a second wish.
      if (withOption(-1).some((piece) => piece.role === 'unknown')) {
        if (read.open > 0 && options.length > 0) setActive(0)
        return true
      }
      settle(withOption(-1), '')
      return true
    },
    back: () => setSettled(settled.slice(0, -1)),
    remove: (piece) => setSettled(settled.filter((one) => one !== piece)),
  }
}

/** Of what there can be only one the last counts; nothing stands twice. */
export function oneOfEach(pieces: readonly QuickPiece[]): QuickPiece[] {
  const isSingle = ({ role }: QuickPiece): boolean => role === 'tag' || role === 'speaker' || role === 'intensity'
  return pieces.filter(
    (piece, at) =>
      !pieces.some((other, place) => {
        if (other.role !== piece.role || place === at) return false
        if (isSingle(piece)) return place > at
        return place < at && JSON.stringify(other) === JSON.stringify(piece)
      }),
  )
}
