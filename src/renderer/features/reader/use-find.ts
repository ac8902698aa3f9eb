/**
 * Finding in the article: the query as it is typed, its answer, and the hit one stands on. Hits are painted by the surface. While the
 * text has the focus, going to a hit selects it, so that the next key can tag it.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '../../../shared/text/span.ts'
import { Finder } from '../../lib/find/finder.ts'
import type { FindAnswer, FindQuery } from '../../lib/find/find-types.ts'
import { lastQuery, rememberQuery } from '../../lib/find/last-query.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import type { ReaderPage } from './page.ts'

/** Typing rests this long before it is looked for, ms. */
const REST = 120
/** A longer selection is hardly meant as the words to look for (UTF-16 units). */
const LONGEST_SEED = 100
const NO_HITS: Span[] = []

export interface Find {
  isOpen: boolean
  query: FindQuery
  change(patch: Partial<FindQuery>): void
  /** Null where nothing was answered yet. */
  answer: FindAnswer | null
  hits: readonly Span[]
  /** Index of the hit one stands on; -1 where there is none. */
  current: number
  /** Rises with every wish to type into the bar. */
  asked: number
  open(): void
  /** Closes the bar; the hit one stands on stays selected and the text gets the focus. */
  close(): void
  go(by: 1 | -1): void
  /** Selects the hit one stands on and gives the text the focus; the bar stays. */
  selectHit(): void
}

/** What was looked for last. A pattern is for the article it was written in: the next one begins with plain words. */
function plainQuery(): FindQuery {
  const last = lastQuery()
  return last.regex ? { ...last, needle: '', regex: false } : last
}

export function useFind({ article, surface, setRange }: Pick<ReaderPage, 'article' | 'surface' | 'setRange'>): Find {
  const { text, language } = article
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState(plainQuery)
  const [answer, setAnswer] = useState<FindAnswer | null>(null)
  const [current, setCurrent] = useState(-1)
  const [asked, setAsked] = useState(0)
  /** The answer on screen is still that to an earlier query. */
  const isOld = useRef(false)
  const finder = useRef<Finder | null>(null)
  /** Where looking begins: the caret at first, then the hit one stands on. */
  const origin = useRef(0)
  const hits = isOpen && answer?.kind === 'hits' ? answer.hits : NO_HITS

  const lastText = useRef(text)
  useEffect(() => {
    if (lastText.current === text) return
    lastText.current = text
    setQuery(plainQuery)
  }, [text])
  useEffect(() => {
    const mine = new Finder(text, language)
    finder.current = mine
    return () => {
      mine.destroy()
      finder.current = null
    }
  }, [text, language])

  useEffect(() => {
    if (!isOpen) return
    isOld.current = true
    // Hits stay until there are others; what was said of the query before is over.
    setAnswer((before) => (before?.kind === 'hits' ? before : null))
    const timer = setTimeout(() => {
      finder.current?.find(query, (found) => {
        isOld.current = false
        setAnswer(found)
        const list = found.kind === 'hits' ? found.hits : NO_HITS
        const first = list.findIndex((hit) => hit.end > origin.current)
        setCurrent(list.length === 0 ? -1 : Math.max(0, first))
      })
    }, REST)
    return () => {
      clearTimeout(timer)
      finder.current?.cancel()
    }
  }, [isOpen, query, text, language])

  useEffect(() => {
    surface?.setSearchHits(hits, current)
    const hit = hits[current]
    if (hit) surface?.scrollTo(hit.start, 'nearest')
  }, [surface, hits, current])

  const select = useCallback(
    (hit: Span | undefined): void => {
      if (!surface || !hit) return
      surface.setSelection(hit.start, hit.end)
      setRange(surface.getSelection())
      surface.scrollTo(hit.start, 'nearest')
    },
    [surface, setRange],
  )
  const change = (patch: Partial<FindQuery>): void => {
    const next = { ...query, ...patch }
    rememberQuery(next)
    setQuery(next)
  }
  const show = (from: number): void => {
    if (!isOpen) origin.current = from
    setOpen(true)
    setAsked((count) => count + 1)
  }
  const open = (): void => {
    const selection = surface?.getSelection() ?? null
    const seed = selection && !isOpen ? text.slice(selection.start, selection.end) : ''
    if (seed !== '' && seed.length <= LONGEST_SEED && !seed.includes('\n')) change({ needle: seed, regex: false })
    show(selection?.start ?? surface?.visible.start ?? 0)
  }
  const hide = (): void => {
    setOpen(false)
    setAnswer(null)
    setCurrent(-1)
  }
  const go = (by: 1 | -1): void => {
    // Without the bar: the same once more, from where one is.
    if (!isOpen) return show(surface?.getSelection()?.end ?? surface?.visible.start ?? 0)
    if (hits.length === 0 || isOld.current) return
    const next = (current + by + hits.length) % hits.length
    setCurrent(next)
    origin.current = hits[next]?.start ?? 0
    if (document.activeElement?.closest('.rs-text')) select(hits[next])
  }
  const find: Find = {
    isOpen,
    query,
    change,
    answer,
    hits,
    current,
    asked,
    open,
    close() {
      select(hits[current])
      hide()
      surface?.focus()
    },
    go,
    selectHit() {
      select(hits[current])
      surface?.focus()
    },
  }
  const free = (work: () => void) => (): boolean => {
    if (useWorkbench.getState().dialog.kind !== 'none') return false
    work()
    return true
  }
  useShortcuts({
    'mod+f': free(open),
    'mod+g': free(() => go(1)),
    'mod+shift+g': free(() => go(-1)),
    // From outside the bar: what is selected stays as it is.
    escape: () => {
      if (isOpen) hide()
      return isOpen
    },
    f3: free(() => go(1)),
    'shift+f3': free(() => go(-1)),
  })
  return find
}
