/**
 * The quick bar: one field into which a whole coding is typed, with what was understood beneath it and the choices for the word under
 * way. It floats at the selection or at the selected annotation. Enter codes, Esc goes back to the text with the selection kept.
 */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import type { Kept } from '../../stores/coding.ts'
import { useRecentIds } from '../../stores/recent.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { hangBeside } from './place-beside.ts'
import styles from './quick-bar.module.css'
import { quickIndex } from './quick-index.ts'
import { QUICK_HINTS, type QuickPiece } from './quick-parse.ts'
import { QuickOptions } from './quick-options.tsx'
import { QuickPieceChip } from './quick-piece.tsx'
import { codingOf, spoken } from './quick-words.ts'
import { useQuickLine } from './use-quick-line.ts'
import type { QuickCoding } from './use-tagging.ts'

export interface QuickBarProps {
  rects: readonly DOMRect[]
  codebook: Codebook
  /** Whether a selection is to be coded, which needs a tag and gets what is kept; else an annotation is changed. */
  isNew: boolean
  /** What was typed before the bar was there. */
  typed: string
  /** The tag of a selection for which none is typed. */
  fallbackTag: number | null
  kept: Kept
  onApply: (coding: QuickCoding) => void
  onClose: () => void
  /** The focus has gone elsewhere. */
  onLeave: () => void
}

/** As wide as it is, and as high as it mostly gets. */
const SIZE = { width: 460, height: 300 }

export function QuickBar({ rects, codebook, isNew, typed, fallbackTag, kept, onApply, onClose, onLeave }: QuickBarProps) {
  const say = useSay()
  const recent = useRecentIds()
  const index = useMemo(() => quickIndex(codebook, recent), [codebook, recent])
  const line = useQuickLine(index, typed)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => input.current?.focus({ preventScroll: true }), [])

  const given = isNew ? givenPieces(line.pieces, fallbackTag, kept) : []
  const all = [...line.pieces, ...given.map(({ piece }) => piece)]
  const heard = useRested(spoken(all, codebook, say), spoken(all, codebook, say))
  const place = hangBeside(rects, SIZE)
  if (!place) return null

  const apply = (): void => {
    const unknown = line.pieces.find((piece) => piece.role === 'unknown')
    if (unknown) return setProblem(say('quick.unknown', { name: unknown.text }))
    if (isNew && !all.some((piece) => piece.role === 'tag')) return setProblem(say('quick.noTag'))
    if (isNew || line.pieces.length > 0) onApply(codingOf(line.pieces))
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const act = (work: () => unknown): void => {
      event.preventDefault()
      event.stopPropagation()
      work()
    }
    if (event.key === 'Enter') return act(apply)
    if (event.key === 'Escape') return act(onClose)
    if (event.key === 'ArrowDown') return act(() => line.move(1))
    if (event.key === 'ArrowUp') return act(() => line.move(-1))
    if (event.key === 'Tab' && !event.shiftKey && (line.text.trim() !== '' || line.active >= 0)) return act(() => line.take())
    if (/^[,，،]$/u.test(event.key) && line.active >= 0) return act(() => line.take())
    if (event.key === 'Backspace' && line.text === '' && line.settled.length > 0) return act(line.back)
    event.stopPropagation()
  }
  return (
    <div
      ref={panel}
      className={styles.panel}
      style={place}
      data-above={place.bottom !== undefined || undefined}
      role="dialog"
      aria-label={say('quick.title')}
      onBlur={({ relatedTarget }) => {
        // Another window came to the front: the line is still being typed.
        if (panel.current?.contains(document.activeElement) || panel.current?.contains(relatedTarget)) return
        if (relatedTarget !== null || document.hasFocus()) onLeave()
      }}
    >
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={say('quick.label')}
        aria-autocomplete="list"
        aria-expanded={line.options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={line.active >= 0 ? `${id}-${line.active}` : undefined}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== null || undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={say('quick.placeholder')}
        value={line.text}
        onChange={(event) => {
          setProblem(null)
          line.type(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.pieces}>
        {line.pieces.map((piece, at) => {
          const isSettled = line.settled.includes(piece)
          return (
            <QuickPieceChip
              key={at}
              piece={piece}
              codebook={codebook}
              look={isSettled ? 'settled' : 'read'}
              {...(isSettled && { onRemove: () => line.remove(piece) })}
            />
          )
        })}
        {given.map(({ piece, note }, at) => (
          <QuickPieceChip key={`given-${at}`} piece={piece} codebook={codebook} look="given" note={say(note)} />
        ))}
        {all.length === 0 && <span className={styles.role}>{say(isNew ? 'quick.nothing' : 'quick.nothingChanged')}</span>}
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <QuickOptions id={id} line={line} codebook={codebook} />
      <div className={styles.hint} id={`${id}-hint`}>
        {QUICK_HINTS.map((key) => (
          <span key={key}>
            <Kbd shortcut={key} /> {say(`quick.hint.${key}`)}
          </span>
        ))}
      </div>
      <VisuallyHidden>
        <span role="status">{heard}</span>
      </VisuallyHidden>
    </div>
  )
}

/** What a new annotation gets without a word of it in the line, and why. */
function givenPieces(
  pieces: readonly QuickPiece[],
  fallbackTag: number | null,
  kept: Kept,
): { piece: QuickPiece; note: 'quick.asLast' | 'quick.kept' }[] {
  const has = (role: QuickPiece['role']): boolean => pieces.some((piece) => piece.role === role)
  const values: QuickPiece[] = []
  if (kept.speaker !== null && !has('speaker')) values.push({ role: 'speaker', id: kept.speaker })
  if (!has('target')) values.push(...kept.targets.map((id): QuickPiece => ({ role: 'target', id })))
  if (!has('issue')) values.push(...kept.issues.map((id): QuickPiece => ({ role: 'issue', id })))
  return [
    ...(fallbackTag !== null && !has('tag') ? [{ piece: { role: 'tag', id: fallbackTag } as const, note: 'quick.asLast' as const }] : []),
    ...values.map((piece) => ({ piece, note: 'quick.kept' as const })),
  ]
}
