/**
 * Turning a selection into an annotation, and changing the one that is selected: by a tag, by a whole coding typed into the quick
 * bar, or by repeating the last one. A selection is taken away when it is sent and comes back when it is refused, so that whoever
 * selects the next passage at once does not extend this one; what is pressed before the answer is meant for the annotation on its way.
 */
import { useEffect, useRef, useState } from 'react'
import type { Annotation, AnnotationPatch, IssueRef, PartyRef } from '../../../shared/domain/annotation.ts'
import type { Span } from '../../../shared/text/span.ts'
import { useAction } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useKept } from '../../lib/use-kept.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'

/** What one step of coding sets; what is left out is not touched. */
export interface QuickCoding {
  tag?: number
  speaker?: PartyRef | null
  onBehalfOf?: PartyRef | null
  targets?: PartyRef[]
  issues?: IssueRef[]
  intensity?: number | null
}

export interface Tagging {
  /** Tags the selection; without one changes what every selection gets, while that is on, or else the selected annotation. */
  tag: (tagId: number) => void
  /** Codes the selection, or changes the selected annotation. A selection without a tag gets `fallbackTag`. */
  code: (coding: QuickCoding) => void
  /** Changes one annotation, wherever the person is by now. */
  amend: (id: number, coding: QuickCoding) => Promise<void>
  /** What is made from now on waits for this first: it may set what is kept for new annotations. */
  await: (work: Promise<void>) => void
  /** Sets the intensity of the selected annotation; with a selection, of the annotation that will be made of it. */
  rate: (intensity: number | null) => void
  /** The intensity that the selection will get, or null. */
  intensity: number | null
  /** The tag of a selection for which none is named: what every selection gets, or the last one; null where there is neither. */
  fallbackTag: number | null
  canRepeat: boolean
  /** Tags the selection as the last annotation made or changed in this article. */
  repeat: () => void
  /** The annotation that is on its way, or else the selected one; null where there is neither. */
  subject: () => Promise<Annotation | null>
  /** Whether an annotation is on its way: what is pressed now is meant for it. */
  isOnItsWay: () => boolean
  /** Says why nothing can be coded here. */
  refuse: (words: 'reader.readOnly' | 'reader.selectFirst' | 'reader.blankSelection' | 'reader.deleteText') => void
}

export const isSameSpan = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && a.start === b.start && a.end === b.end

export function useTagging(page: ReaderPage): Tagging {
  const { article, canWrite, codebook, select, selectedId, setRange, surface } = page
  const articleId = article.id
  const say = useSay()
  const isMounted = useMounted()
  const create = useAction('annotations.create')
  const update = useAction('annotations.update')
  const last = useCoding((state) => state.lastByArticle.get(articleId))
  const stickyTagId = useCoding((state) => state.stickyTagId)
  const { remember, setSticky } = useCoding.getState()
  const kept = useKept(articleId, codebook)
  /** What was asked for before the next annotation, and what is changed, in the order of the keys. */
  const before = useRef<Promise<void>>(Promise.resolve())
  const changing = useRef<Promise<Annotation | undefined> | null>(null)
  const [rated, setRated] = useState<{ span: Span; intensity: number | null } | null>(null)
  /** The annotation that is on its way, or was made just now and is not yet known as the selected one. */
  const making = useRef<{ annotation: Promise<Annotation | undefined>; isMade: boolean } | null>(null)
  useEffect(() => {
    if (selectedId !== null && making.current?.isMade) making.current = null
  }, [selectedId])
  // What was remembered may have been removed or undone since.
  const repeatable = last && codebook.tagById.has(last.tagId) ? last : undefined
  const fallbackTag = stickyTagId ?? repeatable?.tagId ?? null

  // As it is now; what was drawn last may be older.
  const getRange = (): Span | null => surface?.getSelection() ?? null
  const refuse: Tagging['refuse'] = (words) => void toasts.add({ kind: 'info', text: say(words), key: words })
  /** Whoever has selected something else by now, or left, is not called back. */
  const goTo = (annotation: Annotation): boolean => {
    if (!isMounted() || getRange()) return false
    select(annotation.id)
    return true
  }
  const giveBack = (span: Span): void => {
    if (!isMounted() || getRange()) return
    surface?.setSelection(span.start, span.end)
    setRange(span)
  }

  const make = async (span: Span, { tag, ...coding }: QuickCoding & { tag: number }): Promise<void> => {
    const intensity = isSameSpan(rated?.span ?? null, span) ? { intensity: rated?.intensity ?? null } : {}
    surface?.clearSelection()
    setRange(null)
    setRated(null)
    const answer = before.current.then(() => {
      const { speaker, targets, issues } = kept.now()
      return create.run({
        articleId,
        start: span.start,
        end: span.end,
        tag,
        ...intensity,
        ...(speaker !== null && { speaker }),
        ...(targets.length > 0 && { targets: [...targets] }),
        ...(issues.length > 0 && { issues: [...issues] }),
        ...coding,
      })
    })
    const mine = { annotation: answer, isMade: false }
    making.current = mine
    const annotation = await answer
    const isLatest = making.current === mine
    mine.isMade = annotation !== undefined
    if (annotation) remember(annotation)
    else giveBack(span)
    // Whoever has sent the next passage by now goes on there.
    if (isLatest && !(annotation && goTo(annotation))) making.current = null
  }
  const amend = async (id: number, patch: AnnotationPatch): Promise<void> => {
    const answer = update.run({ id, patch })
    changing.current = answer
    const changed = await answer
    if (changing.current === answer) changing.current = null
    if (changed) remember(changed)
  }
  /** Changes the annotation that is on its way, or else the selected one. */
  const change = async (patch: AnnotationPatch): Promise<void> => {
    const id = making.current ? (await making.current.annotation)?.id : selectedId
    if (id === undefined || id === null) return
    await amend(id, patch)
  }
  const hasSubject = (): boolean => making.current !== null || selectedId !== null

  const code = (coding: QuickCoding): void => {
    const range = getRange()
    if (!canWrite) return refuse('reader.readOnly')
    // The selected annotation is not meant while something is selected, be it only white space.
    if (!range && surface?.isBlankSelection) return refuse('reader.blankSelection')
    if (!range) return hasSubject() ? void change(coding) : refuse('reader.selectFirst')
    const tag = coding.tag ?? fallbackTag
    if (tag === null) refuse('reader.selectFirst')
    else void make(range, { ...coding, tag })
  }
  return {
    tag: (tagId) => (stickyTagId !== null && !getRange() ? setSticky(tagId) : code({ tag: tagId })),
    code,
    rate(intensity) {
      const range = getRange()
      if (range && canWrite) setRated({ span: range, intensity })
      else code({ intensity })
    },
    intensity: isSameSpan(rated?.span ?? null, getRange()) ? (rated?.intensity ?? null) : null,
    fallbackTag,
    canRepeat: repeatable !== undefined,
    isOnItsWay: () => making.current !== null,
    amend,
    await: (work) => {
      before.current = Promise.all([before.current, work]).then(() => undefined)
    },
    subject: async () => {
      const made = making.current ? await making.current.annotation : page.annotations.find((annotation) => annotation.id === selectedId)
      const changed = await changing.current
      return (changed && changed.id === made?.id ? changed : made) ?? null
    },
    refuse,
    repeat() {
      if (!canWrite) return refuse('reader.readOnly')
      const range = getRange()
      if (!repeatable || !range) return refuse('reader.selectFirst')
      const known = (id: number | null): number | null => (id !== null && codebook.partyById.has(id) ? id : null)
      const { speakerId, onBehalfOfId, targetIds, issueIds, intensity } = repeatable
      const speaker = known(speakerId) ?? kept.now().speaker
      const targets = targetIds.filter((id) => codebook.partyById.has(id))
      const issues = issueIds.filter((id) => codebook.issueById.has(id))
      void make(range, {
        tag: repeatable.tagId,
        speaker,
        onBehalfOf: known(onBehalfOfId),
        // What the last one left empty is filled with what is kept for the article.
        ...(targets.length > 0 && { targets }),
        ...(issues.length > 0 && { issues }),
        ...(!isSameSpan(rated?.span ?? null, range) && { intensity }),
      })
    },
  }
}
