/**
 * Going from annotation to annotation in the order of the text: any, those of one tag, those of one speaker. Past the last one it says
 * so; by tag or speaker it goes on from the other end, and says that too.
 */
import { useEffect, useMemo, useRef } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { useSay } from '../../lib/say.ts'
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'

export interface Going {
  any(by: 1 | -1): void
  ofTag(tagId: number, by: 1 | -1): void
  /** Null: annotations without a speaker. */
  ofSpeaker(partyId: number | null, by: 1 | -1): void
  /** The tag or speaker of the selected annotation, else of the one at the caret, else as last coded. */
  ofSameTag(by: 1 | -1): void
  ofSameSpeaker(by: 1 | -1): void
}

const inOrder = (a: Annotation, b: Annotation): number => a.start - b.start || a.end - b.end || a.id - b.id

export function useNext(page: ReaderPage): Going {
  const say = useSay()
  const { annotations, article, codebook, selectedId, select, surface } = page
  // What has lost its passage has no place to go to.
  const ordered = useMemo(() => annotations.filter(({ anchor }) => anchor !== 'gone').toSorted(inOrder), [annotations])
  /** The selected one, known before the page is drawn again: keys can come faster than that. */
  const here = useRef(selectedId)
  useEffect(() => {
    here.current = selectedId
  }, [selectedId])
  const tell = (text: string): void => void toasts.add({ kind: 'info', text, key: 'going' })

  const show = ({ id, start }: Annotation): void => {
    here.current = id
    select(id)
    surface?.scrollTo(start, 'nearest')
    surface?.setCaret(start)
  }
  /** The nearest wanted one before or behind where one is. */
  const nearest = (by: 1 | -1, wanted: (annotation: Annotation) => boolean): Annotation | undefined => {
    const at = ordered.findIndex(({ id }) => id === here.current)
    if (at !== -1) return by > 0 ? ordered.slice(at + 1).find(wanted) : ordered.slice(0, at).findLast(wanted)
    const caret = surface?.getCaret() ?? 0
    return by > 0
      ? ordered.find((annotation) => annotation.start >= caret && wanted(annotation))
      : ordered.findLast((annotation) => annotation.start < caret && wanted(annotation))
  }
  const around = (by: 1 | -1, wanted: (annotation: Annotation) => boolean, name: string): void => {
    const next = nearest(by, wanted)
    if (next) return show(next)
    const other = by > 0 ? ordered.find(wanted) : ordered.findLast(wanted)
    if (!other) return tell(say('going.noneOf', { name }))
    if (other.id === here.current) return tell(say('going.onlyOne', { name }))
    show(other)
    tell(say(by > 0 ? 'going.fromStart' : 'going.fromEnd', { name }))
  }
  /** What "the same" is the same as. */
  const model = (): Pick<Annotation, 'tagId' | 'speakerId'> | undefined => {
    const like = here.current ?? surface?.marksAt(surface.getCaret())[0]
    return annotations.find(({ id }) => id === like) ?? useCoding.getState().lastByArticle.get(article.id)
  }
  const ofTag: Going['ofTag'] = (tagId, by) =>
    around(by, (annotation) => annotation.tagId === tagId, codebook.tagById.get(tagId)?.name ?? '')
  const ofSpeaker: Going['ofSpeaker'] = (partyId, by) => {
    const name = partyId === null ? say('going.noSpeaker') : (codebook.partyById.get(partyId)?.name ?? '')
    around(by, (annotation) => annotation.speakerId === partyId, name)
  }
  return {
    any(by) {
      const next = nearest(by, () => true)
      if (next) show(next)
      else tell(say(ordered.length === 0 ? 'going.none' : by > 0 ? 'going.last' : 'going.first'))
    },
    ofTag,
    ofSpeaker,
    ofSameTag(by) {
      const like = model()
      if (like) ofTag(like.tagId, by)
      else tell(say('going.sameAsWhat'))
    },
    ofSameSpeaker(by) {
      const like = model()
      if (like) ofSpeaker(like.speakerId, by)
      else tell(say('going.sameAsWhat'))
    },
  }
}
