/** The keys of coding at speed: the quick bar, the tag for every selection, and keeping values for the article. */
import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { useKept, type KeptValues } from '../../lib/use-kept.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { NOTHING_KEPT, type Kept } from '../../stores/coding.ts'
import { useRecent, useRecentIds } from '../../stores/recent.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'
import { quickIndex } from './quick-index.ts'
import { understand } from './quick-parse.ts'
import { codingOf } from './quick-words.ts'
import { oneOfEach } from './use-quick-line.ts'
import { useStickyTag, type StickyTag } from './use-sticky-tag.ts'
import type { Tagging } from './use-tagging.ts'

export interface QuickActions {
  isQuickOpen: boolean
  /** Keeps a letter typed while the bar waits for its annotation, which is on its way. False: the bar is not awaited. */
  holdKey: (key: string) => boolean
  /** What was kept so. */
  typedBefore: () => string
  openQuick: () => void
  /** Closes the quick bar; the text has the focus again, with what was selected. */
  closeQuick: () => void
  /** Closes it where the focus has gone elsewhere. */
  leaveQuick: () => void
  sticky: StickyTag
  kept: KeptValues
  actions: ReaderActions
}

const sameIds = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((id) => b.includes(id))
const isSame = (a: Kept, b: Kept): boolean => a.speaker === b.speaker && sameIds(a.targets, b.targets) && sameIds(a.issues, b.issues)

/** Whether an annotation has all that is kept. */
const holds = ({ speakerId, targetIds, issueIds }: Annotation, { speaker, targets, issues }: Kept): boolean =>
  (speaker === null || speaker === speakerId) &&
  targets.every((id) => targetIds.includes(id)) &&
  issues.every((id) => issueIds.includes(id))

export function useQuickActions(page: ReaderPage, tagging: Tagging): QuickActions {
  const say = useSay()
  const { article, annotations, canWrite, codebook, range, selectedId, surface } = page
  const sticky = useStickyTag(page, tagging)
  const kept = useKept(article.id, codebook)
  const recent = useRecentIds()
  /** What the quick bar was opened on; another selection closes it. */
  const [openOn, setOpenOn] = useState<string | null>(null)
  const subject = range ? `${range.start}-${range.end}` : selectedId === null ? null : `#${selectedId}`

  // What was used in this article comes first wherever something of the codebook is chosen.
  useEffect(
    () =>
      useRecent.getState().enter(
        article.id,
        annotations.filter(({ articleId }) => articleId === article.id),
      ),
    [article.id, annotations],
  )

  const isQuickOpen = openOn !== null && openOn === subject
  /** Letters typed while the bar waits for an annotation on its way, and what was selected when it was asked for. */
  const held = useRef<{ text: string; from: string | null } | null>(null)
  useEffect(() => {
    if (isQuickOpen) held.current = null
  }, [isQuickOpen])

  /** Opens the bar with `text`, on the selection or else on the annotation; nothing where the person went elsewhere meanwhile. */
  const openQuick = async (text = ''): Promise<void> => {
    if (!canWrite) return tagging.refuse('reader.readOnly')
    const waiting = { text, from: subject }
    held.current = waiting
    if (range) return setOpenOn(subject)
    const annotation = await tagging.subject()
    if (held.current !== waiting) return
    if (annotation) return setOpenOn(`#${annotation.id}`)
    held.current = null
    tagging.refuse('reader.selectFirst')
  }
  /** Codes a line that was typed and sent before the bar was there. What is not understood opens the bar, which says so. */
  const codeLine = async (text: string): Promise<void> => {
    const { pieces } = understand(text, quickIndex(codebook, recent))
    if (pieces.some(({ role }) => role === 'unknown')) return openQuick(text)
    const annotation = await tagging.subject()
    if (annotation) await tagging.amend(annotation.id, codingOf(oneOfEach(pieces)))
  }
  /** Keeps the values of the annotation; where it has what is kept already, or there is none, lets go of that. */
  const toggleKept = async (): Promise<void> => {
    const selected = await tagging.subject()
    const now = kept.now()
    if (!isSame(now, NOTHING_KEPT) && (!selected || holds(selected, now))) {
      kept.keep(NOTHING_KEPT)
      return void toasts.add({ kind: 'info', text: say('sticky.letGo'), key: 'keep' })
    }
    if (!selected) return void toasts.add({ kind: 'info', text: say('sticky.selectFirst'), key: 'keep' })
    const values: Kept = { speaker: selected.speakerId, targets: selected.targetIds, issues: selected.issueIds }
    if (isSame(values, NOTHING_KEPT)) return void toasts.add({ kind: 'info', text: say('sticky.nothingToKeep'), key: 'keep' })
    kept.keep(values)
  }
  return {
    isQuickOpen,
    holdKey(key) {
      // Whoever has gone on to something else meanwhile waits no longer.
      const isElsewhere = range !== null || (subject !== null && subject !== held.current?.from && subject !== openOn)
      const line = held.current?.text.trim() ?? ''
      const isSent = !isElsewhere && key === 'Enter' && line !== ''
      if (isElsewhere || isSent || key === 'Escape') {
        // It may have been asked to open just now, and not be drawn yet.
        if (held.current && !range) setOpenOn(null)
        held.current = null
      }
      if (isSent) {
        tagging.await(codeLine(line))
        return true
      }
      if (held.current && /^.$/u.test(key)) held.current.text += key
      return held.current !== null
    },
    typedBefore: () => held.current?.text ?? '',
    openQuick: () => void openQuick(),
    closeQuick: () => {
      setOpenOn(null)
      surface?.focus()
    },
    leaveQuick: () => setOpenOn(null),
    sticky,
    kept,
    actions: {
      quick: () => void openQuick(),
      sticky: () => (canWrite ? sticky.toggle() : tagging.refuse('reader.readOnly')),
      keep: () => tagging.await(toggleKept()),
    },
  }
}
