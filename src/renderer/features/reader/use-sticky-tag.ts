/**
 * The mode in which every finished selection gets the same tag at once. A selection made with the mouse is finished when the button
 * goes up; one made with keys when Enter is pressed, because nothing else says that the last word has been added.
 */
import { useEffect, useRef } from 'react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { useCoding } from '../../stores/coding.ts'
import type { ReaderPage } from './page.ts'
import { isSameSpan, type Tagging } from './use-tagging.ts'

/** A third click, which makes a paragraph of a word, comes within this time of the second, in milliseconds. */
const THIRD_CLICK_MS = 350

export interface StickyTag {
  /** The tag that every selection gets; null while the mode is off. */
  tag: Tag | null
  toggle: () => void
  end: () => void
  /** Tags what was selected with keys. False where there is nothing to finish. */
  finish: () => boolean
}

export function useStickyTag({ annotations, codebook, canWrite, host, selectedId, surface }: ReaderPage, tagging: Tagging): StickyTag {
  const stickyTagId = useCoding((state) => state.stickyTagId)
  const { setSticky } = useCoding.getState()
  // Removed or retired meanwhile: the mode ends with it.
  const found = stickyTagId === null ? undefined : codebook.tagById.get(stickyTagId)
  const tag = canWrite && found && !found.retired ? found : null
  const isGone = stickyTagId !== null && codebook.tags.length > 0 && !tag
  useEffect(() => {
    if (isGone) setSticky(null)
  }, [isGone, setSticky])

  const finish = (): boolean => {
    if (!tag || !surface?.getSelection()) return false
    tagging.code({ tag: tag.id })
    return true
  }
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  const isOn = tag !== null
  useEffect(() => {
    const element = host.current
    if (!isOn || !element || !surface) return
    let before = surface.getSelection()
    let isOurs = false
    let timer: number | undefined
    const onDown = (event: MouseEvent): void => {
      window.clearTimeout(timer)
      isOurs = event.button === 0 && event.target instanceof Node && element.contains(event.target)
      before = surface.getSelection()
    }
    const onUp = (event: MouseEvent): void => {
      if (!isOurs || event.button !== 0) return
      isOurs = false
      const look = (): void => {
        const now = surface.getSelection()
        if (now && !isSameSpan(now, before)) latest.current()
      }
      // The surface snaps the selection in a task of its own, which is in the queue by now or will be when this one runs.
      const wait = event.detail === 2 ? THIRD_CLICK_MS : 0
      timer = window.setTimeout(() => {
        timer = window.setTimeout(look, wait)
      })
    }
    document.addEventListener('mousedown', onDown, true)
    document.addEventListener('mouseup', onUp, true)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('mousedown', onDown, true)
      document.removeEventListener('mouseup', onUp, true)
    }
  }, [host, surface, isOn])

  const first = (): number | null => {
    const selected = annotations.find((annotation) => annotation.id === selectedId)?.tagId
    return selected ?? tagging.fallbackTag ?? codebook.tags.find((candidate) => !candidate.retired)?.id ?? null
  }
  return {
    tag,
    toggle: () => setSticky(tag ? null : first()),
    end: () => setSticky(null),
    finish,
  }
}
