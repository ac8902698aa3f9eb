/**
 * Above the text of an article that was opened from a search: back to the results, and from hit to hit, on into the next article. The
 * text itself shows the hits (stores/search). F3 goes on, Shift+F3 back; behind the last hit it says so and then begins again.
 * Alt+Backspace, or Escape where it has nothing else to do in the text, leads back to the results.
 */
import { ArrowDown, ArrowLeft, ArrowUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '../../../shared/text/span.ts'
import { useData } from '../../lib/data.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useSay } from '../../lib/say.ts'
import { useSearch } from '../../stores/search.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './hit-bar.module.css'

export interface HitBarProps {
  articleId: number
  query: string
  /** Where the hit that was opened begins; null: the first. */
  at: number | null
  onBack: () => void
  onClose: () => void
  /** Opens another article of the results at its first or last hit. */
  onArticle: (articleId: number, end: 'first' | 'last') => void
}

const LIMIT = 1_000

export function HitBar({ articleId, query, at, onBack, onClose, onArticle }: HitBarProps) {
  const say = useSay()
  const { data, isPlaceholderData } = useData('search.inArticle', { query, articleId, limit: LIMIT })
  const { trail, setTrail, results } = useSearch()
  const hits = useMemo(
    () => (data && data.id === articleId && !isPlaceholderData ? placesOf(data.hits) : null),
    [data, articleId, isPlaceholderData],
  )
  const opened = useRef(at)
  useEffect(() => {
    opened.current = at
  }, [at])
  useEffect(() => {
    if (!hits) return
    const before = useSearch.getState().trail
    const wanted = opened.current
    const found = wanted === null ? 0 : wanted === -1 ? hits.length - 1 : hits.findIndex(({ end }) => end > wanted)
    const current = before?.articleId === articleId && before.current < hits.length ? before.current : found
    setTrail({ articleId, hits, current: hits.length === 0 ? -1 : Math.max(0, current) })
  }, [hits, articleId, setTrail])
  useEffect(() => () => setTrail(null), [articleId, query, at, setTrail])
  const current = trail?.articleId === articleId ? trail.current : -1
  const place = results.articleIds.indexOf(articleId)
  const next = place < 0 ? undefined : results.articleIds[place + 1]
  const previous = place < 1 ? undefined : results.articleIds[place - 1]
  /** Where going on ended: the next press begins again at the other end. */
  const [ended, setEnded] = useState<1 | -1 | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  // The box says what is gone through, and is empty again behind it.
  useEffect(() => {
    useSearch.getState().type(query)
    return () => useSearch.getState().type('')
  }, [query])
  const go = (by: 1 | -1): boolean => {
    if (useWorkbench.getState().dialog.kind !== 'none') return false
    // The key is the bar's also while the hits of the next article are still being looked for.
    if (!hits) return true
    const to = current + by
    setEnded(null)
    if (hits[to]) setTrail({ articleId, hits, current: to })
    else if (by === 1 && next !== undefined) onArticle(next, 'first')
    else if (by === -1 && previous !== undefined) onArticle(previous, 'last')
    else if (ended !== by) setEnded(by)
    else {
      const other = by === 1 ? results.articleIds[0] : results.articleIds.at(-1)
      if (place >= 0 && other !== undefined && other !== articleId) onArticle(other, by === 1 ? 'first' : 'last')
      else if (hits.length > 0) setTrail({ articleId, hits, current: by === 1 ? 0 : hits.length - 1 })
    }
    return true
  }
  const goBack = (): boolean => {
    if (useWorkbench.getState().dialog.kind !== 'none') return false
    onBack()
    return true
  }
  useShortcuts({
    f3: () => go(1),
    'shift+f3': () => go(-1),
    'alt+backspace': goBack,
    escape: (event) => {
      const { target } = event
      const isInText = target === document.body || (target instanceof Node && bar.current?.parentElement?.contains(target) === true)
      // The find bar, the focus mode and what is selected in the text take the key first, some of them after this.
      if (isInText) setTimeout(() => !event.defaultPrevented && bar.current && goBack())
      return false
    },
  })
  const count = hits?.length ?? 0
  return (
    <div ref={bar} className={styles.bar} role="region" aria-label={say('search.trail')} data-print="hide">
      <Button label={say('search.back')} icon={<ArrowLeft />} kind="quiet" size="small" shortcut="Alt+Backspace" onPress={onBack} />
      <bdi className={styles.query}>{query}</bdi>
      <span className={styles.count} role="status">
        {hits &&
          (ended !== null
            ? say(ended === 1 ? 'search.trailLast' : 'search.trailFirst')
            : count === 0
              ? say('search.trailNone')
              : say(data?.cut || (data && data.count > data.hits.length) ? 'search.trailCut' : 'search.trailAt', {
                  at: current + 1,
                  of: count,
                }))}
      </span>
      <IconButton
        label={say('search.previousHit')}
        shortcut="Shift+F3"
        icon={<ArrowUp />}
        size="small"
        isDisabled={count === 0 && previous === undefined}
        onPress={() => go(-1)}
      />
      <IconButton
        label={say('search.nextHit')}
        shortcut="F3"
        icon={<ArrowDown />}
        size="small"
        isDisabled={count === 0 && next === undefined}
        onPress={() => go(1)}
      />
      <IconButton label={say('search.leave')} icon={<X />} size="small" onPress={onClose} />
    </div>
  )
}

/** Places in the text, each once, in order. */
function placesOf(hits: readonly { start: number | null; end: number | null }[]): Span[] {
  const spans = hits.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  const distinct: Span[] = []
  // The marks of the text never overlap.
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (distinct.at(-1)?.end ?? 0)) distinct.push(span)
  return distinct
}
