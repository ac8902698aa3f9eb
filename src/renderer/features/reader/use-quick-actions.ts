/** The keys of coding at speed: the quick bar, the tag for every selection, and keeping values for the article. */
import { useEffect, useState } from 'react'
import { useKept, type KeptValues } from '../../lib/use-kept.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { NOTHING_KEPT, type Kept } from '../../stores/coding.ts'
import { useRecent } from '../../stores/recent.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'
import { useStickyTag, type StickyTag } from './use-sticky-tag.ts'
import type { Tagging } from './use-tagging.ts'

export interface QuickActions {
  isQuickOpen: boolean
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

export function useQuickActions(page: ReaderPage, tagging: Tagging): QuickActions {
  const say = useSay()
  const { article, annotations, canWrite, codebook, range, selectedId, surface } = page
  const sticky = useStickyTag(page, tagging)
  const kept = useKept(article.id, codebook)
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

  const openQuick = (): void => {
    if (!canWrite) return tagging.refuse('reader.readOnly')
    if (subject === null) return tagging.refuse('reader.selectFirst')
    setOpenOn(subject)
  }
  const keepSelected = async (): Promise<void> => {
    const selected = await tagging.subject()
    if (!selected) return void toasts.add({ kind: 'info', text: say('sticky.selectFirst'), key: 'keep' })
    const values: Kept = { speaker: selected.speakerId, targets: selected.targetIds, issues: selected.issueIds }
    if (isSame(values, NOTHING_KEPT)) return void toasts.add({ kind: 'info', text: say('sticky.nothingToKeep'), key: 'keep' })
    kept.keep(isSame(values, kept.kept) ? NOTHING_KEPT : values)
  }
  return {
    isQuickOpen: openOn !== null && openOn === subject,
    openQuick,
    closeQuick: () => {
      setOpenOn(null)
      surface?.focus()
    },
    leaveQuick: () => setOpenOn(null),
    sticky,
    kept,
    actions: {
      quick: openQuick,
      sticky: () => (canWrite ? sticky.toggle() : tagging.refuse('reader.readOnly')),
      keep: () => void keepSelected(),
    },
  }
}
