/** What happened to this annotation: who, when, and which field from what to what. Folded away, and asked for only when it is opened. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { CodingChange, CodingStep } from '../../../shared/domain/history.ts'
import { useData } from '../../lib/data.ts'
import { languageName } from '../../lib/languages.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { stepText } from '../../lib/step-text.ts'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './annotation-history.module.css'
import { changedFieldText, changedValueText } from './coding-change-text.ts'

export function AnnotationHistory({ annotationId }: { annotationId: number }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { data: steps, error } = useData('history.ofAnnotation', { id: annotationId }, { enabled: isOpen })
  return (
    <Disclosure label={say('inspector.history')} value={isOpen} onChange={setOpen}>
      {error && <p className={styles.when}>{say('inspector.historyFailed')}</p>}
      <ol className={styles.steps}>
        {steps?.map((step) => (
          <StepRow key={step.seq} step={step} />
        ))}
      </ol>
    </Disclosure>
  )
}

function StepRow({ step }: { step: CodingStep }) {
  const say = useSay()
  const intl = useIntl()
  return (
    <li className={cx(styles.step, isTakenBack(step) && styles.undone)}>
      <p className={styles.head}>
        <bdi className={styles.who}>{step.coder}</bdi>
        <time className={styles.when} dateTime={step.at}>
          {intl.formatDate(step.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
      {isTakenBack(step) && <p className={styles.when}>{say('history.state.undone')}</p>}
      {(step.changes.length === 0 || step.kind.startsWith('history.')) && <p className={styles.what}>{stepText(say, step)}</p>}
      {step.changes.length > 0 && (
        <dl className={styles.changes}>
          {step.changes.map((change) => (
            <ChangeRow key={`${change.field} ${change.name} ${change.before} ${change.after}`} change={change} />
          ))}
        </dl>
      )}
    </li>
  )
}

function ChangeRow({ change }: { change: CodingChange }) {
  const say = useSay()
  const dateText = useDateText()
  const { locale } = useIntl()
  const inWords = (value: string | null): string | null =>
    change.field === 'translationLanguage' && value !== null ? languageName(value, locale) : changedValueText(say, dateText, change, value)
  const [before, after] = [change.before, change.after].map(inWords)
  return (
    <div className={styles.change}>
      <dt>{changedFieldText(say, change)}</dt>
      <dd>
        {before && (
          <del dir="auto" className={styles.before}>
            {before}
          </del>
        )}
        {after ? (
          <ins dir="auto" className={styles.after}>
            {after}
          </ins>
        ) : (
          <span className={styles.when}>{say('history.emptied')}</span>
        )}
      </dd>
    </div>
  )
}

const isTakenBack = ({ state }: CodingStep): boolean => state === 'undone' || state === 'left'
