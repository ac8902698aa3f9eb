/** The list below the search box: what can be written next, or what was looked for before. The box keeps the focus. */
import { History } from 'lucide-react'
import type { Suggestion } from '../../../shared/domain/search.ts'
import { useSay } from '../../lib/say.ts'
import styles from './search-box.module.css'

export interface Choice {
  key: string
  kind: 'recent' | Suggestion['kind']
  label: string
  detail: string | null
  suggestion?: Suggestion
}

export interface BoxListProps {
  id: string
  label: string
  choices: readonly Choice[]
  active: number
  onChoose: (choice: Choice) => void
}

export function BoxList({ id, label, choices, active, onChoose }: BoxListProps) {
  const say = useSay()
  return (
    <div className={styles.list} role="presentation">
      <p className={styles.listHead}>{label}</p>
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={styles.choices}>
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.choice}
            // The box keeps the focus and with it what is typed.
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(choice)
            }}
          >
            {choice.kind === 'recent' && <History aria-hidden="true" />}
            <bdi className={styles.choiceName}>{choice.kind === 'field' ? `${choice.label}:` : choice.label}</bdi>
            <bdi className={styles.choiceDetail}>{choice.kind === 'field' ? say(`search.field.${choice.label}`) : choice.detail}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
