/** Which coding fields a tag brings to the front of the form, and in which order: arrows beside each, or Alt and the arrow keys. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { codingFieldSchema, type CodingField } from '../../../shared/domain/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './shows-field.module.css'

export interface ShowsFieldProps {
  shows: readonly CodingField[]
  isDisabled: boolean
  /** Makes the new list of the one that is there when its turn comes. */
  onChange: (make: (now: readonly CodingField[]) => CodingField[]) => void
}

export function ShowsField({ shows, isDisabled, onChange }: ShowsFieldProps) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const rest = codingFieldSchema.options.filter((field) => !shows.includes(field))
  const move = (field: CodingField, by: number): void => {
    onChange((now) => moved(now, field, by))
    // The row goes to its new place with the focus in it; the browser lets go of the focus when an element is moved.
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.getAttribute('aria-label') : null
    setTimeout(() => {
      const row = list.current?.querySelector(`[data-field=${field}]`)
      if (!row || row.contains(document.activeElement)) return
      const same = [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')].find(
        (button) => button.getAttribute('aria-label') === held,
      )
      ;(same ?? row.querySelector<HTMLElement>('input'))?.focus()
    }, 60)
  }
  return (
    <ul ref={list} className={styles.list} aria-label={say('codebook.shows')}>
      {[...shows, ...rest].map((field, index) => {
        const isShown = index < shows.length
        const name = say(`coding.${field}`)
        return (
          <li
            key={field}
            data-field={field}
            className={styles.row}
            onKeyDown={(event) => {
              if (isDisabled || !isShown || !event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return
              event.preventDefault()
              move(field, event.key === 'ArrowUp' ? -1 : 1)
            }}
          >
            <Checkbox
              label={name}
              value={isShown}
              isDisabled={isDisabled}
              onChange={(isOn) =>
                onChange((now) => (isOn ? [...now.filter((each) => each !== field), field] : now.filter((each) => each !== field)))
              }
            />
            {isShown && !isDisabled && (
              <span className={styles.tools}>
                <IconButton
                  label={say('codebook.shows.up', { name })}
                  shortcut="Alt+ArrowUp"
                  icon={<ArrowUp />}
                  size="small"
                  isDisabled={index === 0}
                  onPress={() => move(field, -1)}
                />
                <IconButton
                  label={say('codebook.shows.down', { name })}
                  shortcut="Alt+ArrowDown"
                  icon={<ArrowDown />}
                  size="small"
                  isDisabled={index === shows.length - 1}
                  onPress={() => move(field, 1)}
                />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The list with one of it moved; at either end it stays as it is. */
export function moved<T>(list: readonly T[], item: T, by: number): T[] {
  const from = list.indexOf(item)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}
