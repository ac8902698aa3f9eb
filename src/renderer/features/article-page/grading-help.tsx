/** What the grades of the NATO admiralty scale mean, with the chosen ones marked: the source and what it says are judged apart. */
import { useState } from 'react'
import { CREDIBILITY, RELIABILITY } from '../../lib/parts/metadata-draft.ts'
import { useSay } from '../../lib/say.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './article-view.module.css'

export interface GradingHelpProps {
  reliability: (typeof RELIABILITY)[number] | null
  credibility: number | null
}

export function GradingHelp({ reliability, credibility }: GradingHelpProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure label={say('grading.title')} value={isOpen} onChange={setOpen} className={styles.help ?? ''}>
      <p className={styles.hint}>{say('grading.about')}</p>
      <div className={styles.grades}>
        <Scale
          title={say('metadata.reliability')}
          grades={RELIABILITY.filter((grade) => grade !== 'none').map((grade) => ({
            id: grade,
            name: say(`metadata.reliability.${grade}`),
            meaning: say(`grading.reliability.${grade}`),
            isChosen: grade === reliability,
          }))}
        />
        <Scale
          title={say('metadata.credibility')}
          grades={CREDIBILITY.filter((grade) => grade !== 'none').map((grade) => ({
            id: grade,
            name: say(`metadata.credibility.${grade}`),
            meaning: say(`grading.credibility.${grade}`),
            isChosen: Number(grade) === credibility,
          }))}
        />
      </div>
    </Disclosure>
  )
}

interface ScaleProps {
  title: string
  grades: readonly { id: string; name: string; meaning: string; isChosen: boolean }[]
}

function Scale({ title, grades }: ScaleProps) {
  const say = useSay()
  return (
    <div>
      <h3 className={styles.subhead}>{title}</h3>
      <dl className={styles.scale}>
        {grades.map(({ id, name, meaning, isChosen }) => (
          <div key={id} data-chosen={isChosen || undefined}>
            <dt>
              {name}
              {isChosen && <span className={styles.chosen}>{say('grading.chosen')}</span>}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
