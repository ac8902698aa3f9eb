/**
 * The keys of the reader, each to be changed by pressing another. What a key is taken by is said, with the ways out: swap the two, take
 * it, or leave it.
 */
import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useCodebook } from '../lib/codebook.ts'
import { useShowError } from '../lib/data.ts'
import { areKeysChanged, firstKeys, judgeKey, keyOfPress, tagOnKey, withKey } from '../lib/key-change.ts'
import { READER_ACTIONS, readerKeyOf, type CustomKeys, type ReaderActionId } from '../lib/reader-keys.ts'
import { useSay } from '../lib/say.ts'
import { useSettings } from '../stores/settings.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { SHORTCUTS } from './commands.ts'
import styles from './key-settings.module.css'

/** Shortcuts of the window that are one sign; the stroke goes to the search box. */
const WINDOW_KEYS = [...Object.values(SHORTCUTS).filter((shortcut) => shortcut.length === 1), '/']

/** What is being asked of an action. */
type Asking = { id: ReaderActionId; problem: string | null; taken: { key: string; by: ReaderActionId } | null }

export function KeySettings() {
  const say = useSay()
  const showError = useShowError()
  const { tags } = useCodebook()
  const { settings, change } = useSettings()
  const custom = settings.keys
  const [asking, setAsking] = useState<Asking | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const back = useRef<ReaderActionId | null>(null)
  // After an answer the focus goes on from the action that was changed.
  useEffect(() => {
    if (asking !== null || back.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-action="${back.current}"] button`)?.focus()
    back.current = null
  }, [asking])
  const keep = (keys: CustomKeys): void => void change({ keys: { ...keys } }).catch(showError)
  const end = (id: ReaderActionId): void => {
    back.current = id
    setAsking(null)
  }
  const nameOf = (id: ReaderActionId): string => say(`keys.reader.${id}`)

  const onPress = (id: ReaderActionId, event: KeyboardEvent): void => {
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key) || event.nativeEvent.isComposing) return
    if (event.key === 'Tab') return setAsking(null)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return end(id)
    const key = keyOfPress(event.nativeEvent)
    const refuse = (problem: string): void => setAsking({ id, problem, taken: null })
    if (key === null) return refuse(say('settings.keys.unusable'))
    const verdict = judgeKey(id, key, { custom, tags, windowKeys: WINDOW_KEYS })
    if (verdict.kind === 'fixed') return refuse(say('settings.keys.fixed', { key }))
    if (verdict.kind === 'tag') return refuse(say('settings.keys.tag', { key, name: verdict.tag.name }))
    if (verdict.kind === 'action')
      return setAsking({ id, problem: say('settings.keys.action', { key, name: nameOf(verdict.id) }), taken: { key, by: verdict.id } })
    if (verdict.kind === 'free') keep(withKey(custom, id, key))
    end(id)
  }
  const settle = (id: ReaderActionId, key: string, how: 'swap' | 'take'): void => {
    keep(withKey(custom, id, key, how))
    end(id)
  }
  return (
    <section className={styles.section} aria-label={say('settings.keys')}>
      <p className={styles.about}>{say('settings.keys.about')}</p>
      <ul className={styles.list} ref={list}>
        {READER_ACTIONS.map(({ id }) => {
          const key = readerKeyOf(id, custom)
          const isAsking = asking?.id === id
          const hiding = key === null ? undefined : tagOnKey(key, tags)
          return (
            <li key={id} className={styles.row} data-action={id}>
              <span className={styles.name}>{nameOf(id)}</span>
              {isAsking && !asking.taken ? (
                <button
                  type="button"
                  className={styles.key}
                  data-asking
                  autoFocus
                  aria-label={say('settings.keys.pressFor', { action: nameOf(id) })}
                  onKeyDown={(event) => onPress(id, event)}
                  onBlur={() => setAsking((now) => (now?.id === id && !now.taken ? null : now))}
                >
                  {say('settings.keys.press')}
                </button>
              ) : (
                <button type="button" className={styles.key} onClick={() => setAsking({ id, problem: null, taken: null })}>
                  <VisuallyHidden>{nameOf(id)}: </VisuallyHidden>
                  {key === null ? <span className={styles.none}>{say('settings.keys.none')}</span> : <Kbd shortcut={key} />}
                  <VisuallyHidden>{say('settings.keys.change')}</VisuallyHidden>
                </button>
              )}
              {isAsking && asking.problem !== null && (
                <p className={styles.problem} role="alert">
                  {asking.problem}
                </p>
              )}
              {isAsking && asking.taken && (
                <div className={styles.ways}>
                  <Button
                    label={say('settings.keys.swap')}
                    size="small"
                    autoFocus
                    onPress={() => asking.taken && settle(id, asking.taken.key, 'swap')}
                  />
                  <Button
                    label={say('settings.keys.take', { name: nameOf(asking.taken.by) })}
                    size="small"
                    onPress={() => asking.taken && settle(id, asking.taken.key, 'take')}
                  />
                  <Button label={say('settings.keys.leave')} size="small" kind="quiet" onPress={() => end(id)} />
                </div>
              )}
              {!isAsking && hiding && (
                <p className={styles.problem}>{say('settings.keys.hidden', { key: hiding.letter ?? '', name: hiding.name })}</p>
              )}
            </li>
          )
        })}
      </ul>
      <div>
        <Button
          label={say('settings.keys.reset')}
          icon={<RotateCcw />}
          size="small"
          isDisabled={!areKeysChanged(custom)}
          onPress={() => keep(firstKeys())}
        />
      </div>
    </section>
  )
}
