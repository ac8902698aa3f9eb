/**
 * Keys of the reader beyond moving and selecting: tags by their letter, then actions by the keys they have now, then the digits of
 * intensity. They work while the text has the focus.
 */
import { useEffect, useRef } from 'react'
import { isTyping, latinKey } from '../../lib/keys.ts'
import { readerActionFor, type ReaderActions } from '../../lib/reader-keys.ts'
import { useSettings } from '../../stores/settings.ts'
import type { ReaderPage } from './page.ts'
import { useLateKeys } from './use-late-keys.ts'
import type { QuickActions } from './use-quick-actions.ts'
import type { Tagging } from './use-tagging.ts'

export function useReaderKeys(page: ReaderPage, tagging: Tagging, actions: ReaderActions, onRemove: () => void, quick: QuickActions): void {
  const { sticky } = quick
  const custom = useSettings((state) => state.settings.keys)
  const late = useLateKeys(tagging, actions, page.selectedId)

  const onKey = (event: KeyboardEvent): void => {
    const { codebook, canWrite, select, surface, selectedId } = page
    const range = surface?.getSelection() ?? null
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
    // AltGr, which many layouts need for brackets, may come as Ctrl and Alt together.
    if (!event.getModifierState('AltGraph') && (event.ctrlKey || event.metaKey || event.altKey)) return
    if (event.target instanceof HTMLElement && event.target.closest('button, [role=menu]') && (event.key === 'Enter' || event.key === ' '))
      return
    if (quick.holdKey(event.key) || late.hold(event.key)) return event.preventDefault()
    const tagOf = (letter: string) => codebook.tags.find((candidate) => candidate.letter === letter && !candidate.retired)
    const letter = latinKey(event).toUpperCase()
    const printed = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const tag = event.key.length === 1 ? (tagOf(printed) ?? tagOf(letter)) : undefined
    const act = (work: () => void): void => {
      event.preventDefault()
      work()
    }
    if (tag && event.repeat) return
    if (tag) return act(() => tagging.tag(tag.id))
    if (event.key === 'Enter' && sticky.finish()) return event.preventDefault()
    if (event.key === 'Escape' && !range && sticky.tag) return act(sticky.end)
    // Shift with a letter may be an action of its own; where it is none, it is the letter's.
    const shifted = event.shiftKey && /^[A-Z]$/.test(letter) ? [`Shift+${letter}`] : []
    const id = readerActionFor([...shifted, printed, letter], custom)
    const action = id && actions[id]
    if (id && late.postpone(id)) return event.preventDefault()
    if (action) return act(action)
    if (/^[0-5]$/.test(letter)) return act(() => tagging.rate(letter === '0' ? null : Number(letter)))
    if (event.key === 'Escape' && !range && selectedId !== null) return act(() => select(null))
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    // What is selected is meant then, not an annotation from before, which may be far off the screen.
    if (range || surface?.isBlankSelection) return act(() => tagging.refuse('reader.deleteText'))
    // Not the one before it, while an annotation is on its way.
    if (tagging.isOnItsWay()) return event.preventDefault()
    if (selectedId !== null && canWrite) return act(onRemove)
  }
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  const { host } = page
  useEffect(() => {
    const element = host.current
    const listener = (event: KeyboardEvent): void => latest.current(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [host])
}
