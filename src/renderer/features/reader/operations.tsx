/**
 * Carries out what is asked for with an annotation: splits at the caret or the selection, merges, duplicates, and shows the places of
 * the same text. A merge that would lose a value, or cover text that was not tagged, asks first. Each is one step, with an offer to undo.
 */
import { useEffect, useRef, useState } from 'react'
import type { MergeChoice, MergePreview } from '../../../shared/domain/annotation-operations.ts'
import { useAction, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useCoding } from '../../stores/coding.ts'
import { usePicked, type Wish } from '../../stores/picked.ts'
import { toasts } from '../../stores/toasts.ts'
import { DuplicateMenu } from './duplicate-menu.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { OccurrencesDialog, type Source } from './occurrences-dialog.tsx'
import { cutsIn, nextToMerge } from './operation-targets.ts'
import type { ReaderPage } from './page.ts'

type Open =
  | { kind: 'merge'; ids: number[]; preview: MergePreview }
  | { kind: 'duplicate'; id: number; rect: DOMRect }
  | { kind: 'occurrences'; source: Source }

export function Operations({ page }: { page: ReaderPage }) {
  const { article, annotations, codebook, surface, host, select, selectedId, setRange } = page
  const say = useSay()
  const showError = useShowError()
  const isMounted = useMounted()
  const offerUndo = useOfferUndo()
  const { run: split } = useAction('annotations.split')
  const { run: merge } = useAction('annotations.merge')
  const { run: duplicate } = useAction('annotations.duplicate')
  const wish = usePicked((state) => state.wish)
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => {
    setOpen(null)
    useCoding.getState().askFocus('text')
  }
  const tell = (key: string): void => void toasts.add({ kind: 'info', text: say(key), key })
  const find = (id: number) => annotations.find((annotation) => annotation.id === id)

  const splitHere = async (id: number): Promise<void> => {
    const annotation = find(id)
    if (!annotation || !surface) return
    const at = cutsIn(annotation, surface.getSelection(), surface.getCaret())
    if (at.length === 0) return tell('operations.splitWhere')
    const parts = await split({ id, at })
    if (!parts) return
    offerUndo(say('operations.split', { count: parts.length }))
    if (!isMounted()) return
    surface.clearSelection()
    setRange(null)
    select(id)
  }
  const mergeNow = async (ids: number[], choices: MergeChoice[] = []): Promise<void> => {
    const merged = await merge({ ids, choices })
    if (!merged) return
    offerUndo(say('operations.merged', { count: ids.length }))
    usePicked.getState().pick([])
    if (isMounted()) select(merged.id)
  }
  const askMerge = async (ids: number[]): Promise<void> => {
    // In the order of the text, the selected one first: its values count.
    const ordered = annotations.map(({ id }) => id).filter((id) => ids.includes(id))
    const wanted = ordered.toSorted((a, b) => Number(b === selectedId) - Number(a === selectedId))
    if (wanted.length < 2) return tell('operations.mergeNone')
    const preview = await sharedClient().call('annotations.previewMerge', { ids: wanted })
    if (preview.conflicts.length === 0 && preview.added === 0) return mergeNow(wanted)
    if (isMounted()) setOpen({ kind: 'merge', ids: wanted, preview })
  }
  const mergeNext = (id: number): Promise<void> | void => {
    const next = nextToMerge(annotations, id, article.text)
    return next ? askMerge([id, next.id]) : tell('operations.mergeNone')
  }
  const askTag = (id: number): void => {
    const annotation = find(id)
    if (!annotation || !surface) return
    const [rect = host.current?.getBoundingClientRect()] = surface.rectsFor(annotation.start, annotation.end)
    if (rect) setOpen({ kind: 'duplicate', id, rect })
  }
  const duplicateAs = async (id: number, tag: number): Promise<void> => {
    const copy = await duplicate({ id, tag })
    if (!copy) return
    offerUndo(say('operations.duplicated', { tag: codebook.tagById.get(tag)?.name ?? '' }))
    if (isMounted()) select(copy.id)
  }
  const showOccurrences = (id: number | null): void => {
    const annotation = id === null ? undefined : find(id)
    const passage = annotation ?? surface?.getSelection()
    if (passage) setOpen({ kind: 'occurrences', source: { start: passage.start, end: passage.end, annotation: annotation ?? null } })
  }
  const tagged = (id: number): void => {
    if (!isMounted()) return
    surface?.clearSelection()
    setRange(null)
    select(id)
  }
  const fulfil = (asked: Wish): Promise<void> | void => {
    switch (asked.do) {
      case 'split':
        return splitHere(asked.id)
      case 'merge':
        return askMerge(asked.ids)
      case 'mergeNext':
        return mergeNext(asked.id)
      case 'duplicate':
        return askTag(asked.id)
      case 'occurrences':
        return showOccurrences(asked.id)
    }
  }
  const latest = useRef(fulfil)
  useEffect(() => {
    latest.current = fulfil
  })
  useEffect(() => {
    if (!wish) return
    usePicked.getState().wishTaken()
    Promise.resolve(latest.current(wish)).catch(showError)
  }, [wish, showError])

  if (open?.kind === 'duplicate') {
    const tagId = find(open.id)?.tagId
    return (
      <DuplicateMenu
        rect={open.rect}
        tags={codebook.tags.filter((tag) => !tag.retired && tag.id !== tagId)}
        onChoose={(tag) => void duplicateAs(open.id, tag)}
        onClose={close}
      />
    )
  }
  if (open?.kind === 'merge')
    return (
      <MergeDialog
        preview={open.preview}
        count={open.ids.length}
        article={article}
        codebook={codebook}
        onClose={close}
        onMerge={(choices) => {
          close()
          void mergeNow(open.ids, choices)
        }}
      />
    )
  if (open?.kind === 'occurrences')
    return <OccurrencesDialog source={open.source} article={article} codebook={codebook} onClose={close} onTagged={tagged} />
  return null
}
