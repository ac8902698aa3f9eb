/**
 * The search box: what is off is underlined at its place; below it what can be written next, or what was looked for before. Arrows
 * choose, Enter searches, Escape closes the list and then leaves the box. Below a closed list, the down arrow goes on into the results.
 */
import { Search, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { parseQuery } from '../../../shared/search/parse.ts'
import { useData } from '../../lib/data.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useSay } from '../../lib/say.ts'
import { useSearch } from '../../stores/search.ts'
import { useWorkbench } from '../../stores/workbench.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { BoxList, type Choice } from './box-list.tsx'
import { BoxSquiggles } from './box-squiggles.tsx'
import styles from './search-box.module.css'

export interface SearchBoxProps {
  shortcut: string
  /** Whether the results are on screen: then they follow what is typed. */
  isLive: boolean
  onSearch: (query: string, options: { isTyped: boolean }) => void
}

/** Typing rests this long before the results follow, ms. */
const REST = 350

export function SearchBox({ shortcut, isLive, onSearch }: SearchBoxProps) {
  const say = useSay()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { text, type, asked, ask, recent, problems } = useSearch()
  const [isOpen, setOpen] = useState(false)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(-1)
  const [scroll, setScroll] = useState(0)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What was being typed when the results were left is not looked for any more.
  useEffect(() => () => clearTimeout(rest.current), [isLive])
  useEffect(() => {
    if (asked === 0) return
    input.current?.focus()
    input.current?.select()
  }, [asked])
  useShortcuts({
    '/': () => {
      if (useWorkbench.getState().dialog.kind !== 'none') return false
      ask()
    },
  })
  const isShort = text.length <= 1_000
  const { data: suggested } = useData('search.suggest', { text, at: caret }, { enabled: isOpen && text !== '' && isShort })
  const choices: Choice[] = useMemo(() => {
    if (text.trim() === '') return recent.map((query) => ({ key: query, kind: 'recent', label: query, detail: null }))
    return (suggested ?? [])
      .filter(({ end, start, insert }) => end === caret && text.slice(start, end).toLowerCase() !== insert.toLowerCase())
      .map((one) => ({ key: one.insert, kind: one.kind, label: one.label, detail: one.detail, suggestion: one }))
  }, [text, recent, suggested, caret])
  const own = useMemo(() => parseQuery(text).problems, [text])
  const shownProblems = problems.query === text ? problems.list : own
  const chosen = isOpen ? choices[active] : undefined

  const change = (next: string, at: number): void => {
    type(next)
    setCaret(at)
    setActive(-1)
    setOpen(true)
    clearTimeout(rest.current)
    if (isLive) rest.current = setTimeout(() => onSearch(next, { isTyped: true }), REST)
  }
  const search = (query: string): void => {
    clearTimeout(rest.current)
    setOpen(false)
    onSearch(query, { isTyped: false })
  }
  const choose = (choice: Choice): void => {
    if (!choice.suggestion) {
      type(choice.label)
      search(choice.label)
      return
    }
    const { insert, start, end, kind } = choice.suggestion
    const behind = kind === 'value' && !text.slice(end).startsWith(' ') ? ' ' : ''
    const next = text.slice(0, start) + insert + behind + text.slice(end)
    const at = start + insert.length + behind.length
    change(next, at)
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'ArrowDown' && !event.altKey && isLive && !(isOpen && choices.length > 0) && goToHits()) event.preventDefault()
    else if (move !== 0 && choices.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive(
        (active + move + choices.length + 1) % (choices.length + 1) === choices.length
          ? -1
          : (active + move + choices.length + 1) % (choices.length + 1),
      )
    } else if (event.key === 'Tab' && chosen && !event.shiftKey) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen) choose(chosen)
      else search(text)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (isOpen && choices.length > 0) setOpen(false)
      else document.getElementById('place')?.focus()
    }
  }
  const hasList = isOpen && choices.length > 0
  return (
    <search className={styles.frame} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <div className={styles.box}>
        <Search aria-hidden="true" className={styles.icon} />
        <div className={styles.field}>
          <BoxSquiggles text={text} problems={shownProblems} scroll={scroll} />
          <input
            ref={input}
            className={styles.input}
            type="text"
            role="combobox"
            dir="auto"
            aria-label={say('search.box')}
            aria-expanded={hasList}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={hasList && active >= 0 ? `${id}-${active}` : undefined}
            aria-invalid={shownProblems.length > 0 || undefined}
            placeholder={say('search.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ currentTarget }) => change(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
            onScroll={({ currentTarget }) => setScroll(currentTarget.scrollLeft)}
            // Whoever comes back from the results goes on typing or back down; only typing asks what can follow.
            onFocus={() => setOpen(!isLive || text.trim() === '')}
            onKeyDown={onKeyDown}
          />
        </div>
        {text === '' ? (
          <span className={styles.key}>
            <Kbd shortcut={shortcut} />
          </span>
        ) : (
          <button
            type="button"
            className={styles.clear}
            aria-label={say('search.clear')}
            onClick={() => {
              change('', 0)
              input.current?.focus()
            }}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      {hasList && (
        <BoxList
          id={id}
          label={say(text.trim() === '' ? 'search.recent' : 'search.suggestions')}
          choices={choices}
          active={active}
          onChoose={choose}
        />
      )}
    </search>
  )
}

/** Into the results; false where there are none. */
function goToHits(): boolean {
  const first = document.querySelector<HTMLElement>('[data-hit]')
  first?.focus()
  return first !== null
}
