/**
 * The find bar above the text: what to look for and how, how many there are, and the way through them. Enter and F3 go on, with Shift
 * back; Escape closes it and leaves the hit selected. What went wrong is said below, in words.
 */
import { ArrowDown, ArrowUp, CaseSensitive, Regex, TextSelect, WholeWord, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { useSay, type Say } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import styles from './find-bar.module.css'
import type { FindAnswer } from '../../lib/find/find-types.ts'
import type { Find } from './use-find.ts'

export function FindBar({ find }: { find: Find }) {
  const say = useSay()
  const { formatNumber } = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const { query, answer, hits, current, asked } = find
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])
  const message = messageOf(say, answer)
  const count =
    answer?.kind !== 'hits' || query.needle === ''
      ? null
      : hits.length === 0
        ? say('find.none')
        : say(answer.capped ? 'find.countCapped' : 'find.count', { at: formatNumber(current + 1), of: formatNumber(hits.length) })
  return (
    <div
      className={styles.bar}
      role="search"
      data-print="hide"
      aria-label={say('find.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        find.close()
      }}
    >
      <SearchField
        ref={input}
        className={styles.field}
        label={say('find.title')}
        placeholder={say(query.regex ? 'find.placeholderPattern' : 'find.placeholder')}
        value={query.needle}
        onChange={(needle) => find.change({ needle })}
        result={count}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            find.close()
          } else if (event.key === 'Enter' && event.altKey) find.selectHit()
          else if (event.key === 'Enter' || event.key === 'F3') {
            find.go(event.shiftKey ? -1 : 1)
            event.preventDefault()
          }
        }}
      />
      <div className={styles.group}>
        <IconButton
          label={say('find.previous')}
          shortcut="Shift+F3"
          icon={<ArrowUp />}
          isDisabled={hits.length === 0}
          onPress={() => find.go(-1)}
        />
        <IconButton label={say('find.next')} shortcut="F3" icon={<ArrowDown />} isDisabled={hits.length === 0} onPress={() => find.go(1)} />
      </div>
      <div className={styles.group} role="group" aria-label={say('find.how')}>
        <ToggleButton
          label={say('find.exact')}
          isIconOnly
          icon={<CaseSensitive />}
          value={query.exact}
          onChange={(exact) => find.change({ exact })}
        />
        <ToggleButton
          label={say('find.wholeWords')}
          isIconOnly
          icon={<WholeWord />}
          value={query.wholeWords}
          onChange={(wholeWords) => find.change({ wholeWords })}
        />
        <ToggleButton
          label={say('find.regex')}
          isIconOnly
          icon={<Regex />}
          value={query.regex}
          onChange={(regex) => find.change({ regex })}
        />
      </div>
      <Button
        label={say('find.select')}
        icon={<TextSelect />}
        kind="quiet"
        shortcut="Alt+Enter"
        isDisabled={hits.length === 0}
        onPress={find.selectHit}
      />
      <IconButton className={styles.close} label={say('find.close')} shortcut="Esc" icon={<X />} onPress={find.close} />
      <p className={styles.message} role="alert" hidden={message === null}>
        {message}
      </p>
    </div>
  )
}

function messageOf(say: Say, answer: FindAnswer | null): string | null {
  if (answer?.kind === 'slow') return say('find.slow')
  if (answer?.kind === 'failed') return say('find.failed')
  if (answer?.kind === 'hits') {
    if (answer.capped) return say('find.capped', { count: answer.hits.length })
    return answer.empty && answer.hits.length === 0 ? say('find.empty') : null
  }
  if (answer?.kind !== 'invalid') return null
  const { kind, at, piece } = answer.problem
  return say(`find.problem.${kind}`, { piece: `\u2068${piece}\u2069`, at: (at ?? 0) + 1 })
}
