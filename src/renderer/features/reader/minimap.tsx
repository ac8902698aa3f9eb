/**
 * A map of the whole text beside its scroll bar: where annotations stand, by tag, where the search hits are, and which part is on the
 * screen. Click or drag goes there; pointing says in words what is at the place. It repeats what the list of annotations holds, so it
 * is not in the tree for screen readers and takes no focus.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import type { Span } from '../../../shared/text/span.ts'
import { useSay } from '../../lib/say.ts'
import { useSettings } from '../../stores/settings.ts'
import { mapRows, mapStretch, rowOf, type MapMark } from './minimap-layout.ts'
import { paintMap, ROW_HEIGHT } from './minimap-paint.ts'
import styles from './minimap.module.css'
import type { ReaderPage } from './page.ts'

/** Pointing means what is this many rows around, too. */
const REACH = 2
/** Names in the tip before the rest is only counted. */
const MOST_NAMES = 6

export function Minimap({ page, hits }: { page: ReaderPage; hits: readonly Span[] }) {
  const say = useSay()
  const { article, annotations, codebook, surface, selectedId } = page
  const { length } = article.text
  const theme = useSettings((state) => state.settings.theme)
  const canvas = useRef<HTMLCanvasElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(0)
  const [tip, setTip] = useState<{ share: number; text: string[] } | null>(null)
  const [repaint, setRepaint] = useState(0)

  const marks = useMemo<MapMark[]>(
    () => annotations.filter(({ anchor }) => anchor !== 'gone').map(({ start, end, tagId }) => ({ start, end, group: tagId })),
    [annotations],
  )
  const hues = useMemo(() => new Map(codebook.tags.map(({ id, hue }) => [id, hue])), [codebook.tags])
  const content = useMemo(() => (rows === 0 ? [] : mapRows(marks, hits, length, rows)), [marks, hits, length, rows])

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => setRows(Math.floor(element.clientHeight / ROW_HEIGHT)))
    observer.observe(element)
    const again = (): void => setRepaint((count) => count + 1)
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
    for (const query of queries) query.addEventListener('change', again)
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', again)
    }
  }, [])
  useEffect(() => {
    const chosen = annotations.find(({ id }) => id === selectedId)
    const rowAt = (offset: number): number => rowOf(offset, length, rows)
    const selected = chosen ? { first: rowAt(chosen.start), last: rowAt(Math.max(chosen.start, chosen.end - 1)) } : null
    if (canvas.current) paintMap(canvas.current, { rows: content, hues, selected, isRtl: article.direction === 'rtl' })
  }, [content, hues, annotations, selectedId, rows, length, article.direction, theme, repaint])

  const drawScreen = useCallback((): void => {
    if (!surface || !screen.current) return
    const { start, end } = surface.visible
    screen.current.style.insetBlockStart = `${(start / Math.max(1, length)) * 100}%`
    screen.current.style.blockSize = `${((end - start) / Math.max(1, length)) * 100}%`
  }, [surface, length])
  useEffect(() => {
    if (!surface) return
    drawScreen()
    return surface.watchViewport(drawScreen)
  }, [surface, drawScreen])

  /** How far down the map, 0 to 1. */
  const placeOf = (event: PointerEvent): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return Math.min(1, Math.max(0, (event.clientY - top) / Math.max(1, height)))
  }
  const goTo = (event: PointerEvent): void => surface?.scrollTo(Math.round(placeOf(event) * length), 'center')
  const tellOf = (event: PointerEvent): void => {
    const share = placeOf(event)
    const around = ((REACH + 0.5) / Math.max(1, rows)) * length
    const here = mapStretch(marks, hits, share * length - around, share * length + around)
    const names = [...here.groups]
      .toSorted((a, b) => b[1] - a[1])
      .map(([tagId, count]) => say('map.tag', { name: codebook.tagById.get(tagId)?.name ?? '', count }))
    const rest = names.length - MOST_NAMES
    const text = [
      ...names.slice(0, MOST_NAMES),
      ...(rest > 0 ? [say('map.more', { count: rest })] : []),
      ...(here.hits > 0 ? [say('map.hits', { count: here.hits })] : []),
    ]
    setTip(text.length === 0 ? null : { share, text })
  }

  return (
    <div
      className={styles.map}
      aria-hidden="true"
      data-minimap
      data-print="hide"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        // The text keeps the focus, and with it the keys.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event)
        tellOf(event)
      }}
      onPointerLeave={() => setTip(null)}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <div ref={screen} className={styles.screen} />
      {tip && (
        <div className={styles.tip} style={{ insetBlockStart: `${tip.share * 100}%`, translate: `0 ${-tip.share * 100}%` }}>
          {tip.text.map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        </div>
      )}
    </div>
  )
}
