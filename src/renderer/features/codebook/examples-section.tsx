/** Annotations picked to show what a tag or an issue means: kept with the codebook, so that a second coder sees what is meant. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { shorten } from '../../lib/shorten.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Entry } from './entries.ts'
import { FormSection } from './form-section.tsx'
import { QuotesDialog } from './quotes-dialog.tsx'
import styles from './quotes.module.css'

export interface ExamplesSectionProps {
  part: 'tags' | 'issues'
  entry: Entry
  codebook: Codebook
  isDisabled: boolean
  onOpen: (articleId: number, annotationId: number) => void
}

export function ExamplesSection({ part, entry, codebook, isDisabled, onOpen }: ExamplesSectionProps) {
  const say = useSay()
  const intl = useIntl()
  const offerUndo = useOfferUndo()
  const add = useAction('codebook.addExample')
  const remove = useAction('codebook.removeExample')
  const [isPicking, setPicking] = useState(false)
  const of = part === 'tags' ? { tagId: entry.id } : { issueId: entry.id }
  const { data: examples = [] } = useData('codebook.examples', of)
  const drop = async (annotationId: number, quote: string): Promise<void> => {
    if (await remove.run({ ...of, annotationId })) offerUndo(say('codebook.exampleRemoved', { quote: shorten(quote, 60) }))
  }
  return (
    <FormSection
      title={say('codebook.examples')}
      actions={
        !isDisabled && (
          <Button
            label={say('codebook.pickExamples')}
            icon={<Plus />}
            kind="quiet"
            size="small"
            isDisabled={entry.annotations === 0}
            onPress={() => setPicking(true)}
          />
        )
      }
    >
      {examples.length === 0 && (
        <p className={styles.facts}>{say(entry.annotations === 0 ? 'codebook.noExamplesYet' : 'codebook.noExamples')}</p>
      )}
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={say('codebook.examples')}>
          {examples.map((example) => (
            <li key={example.annotationId} className={styles.example}>
              <div className={styles.quote}>
                <button
                  type="button"
                  className={styles.open}
                  onClick={() => onOpen(example.articleId, example.annotationId)}
                  aria-label={say('evidence.open', { quote: example.quote, title: example.title })}
                >
                  <span className={styles.words} data-reading lang={example.language ?? undefined} dir="auto">
                    {example.quote}
                  </span>
                </button>
                <p className={styles.facts}>
                  <bdi className={styles.source}>{example.title}</bdi>
                  {example.outlet !== null && <bdi>{example.outlet}</bdi>}
                  {example.published !== null && <span>{formatPartialDate(intl, example.published)}</span>}
                  {!example.coded && <span className={styles.stray}>{say('codebook.exampleStray', { name: entry.name })}</span>}
                </p>
              </div>
              {!isDisabled && (
                <IconButton
                  label={say('codebook.removeExample', { quote: shorten(example.quote, 60) })}
                  icon={<X />}
                  size="small"
                  onPress={() => void drop(example.annotationId, example.quote)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isPicking && (
        <QuotesDialog
          title={say('codebook.pickTitle', { name: entry.name })}
          part={part}
          id={entry.id}
          codebook={codebook}
          onClose={() => setPicking(false)}
          onOpen={onOpen}
          picked={new Set(examples.map((example) => example.annotationId))}
          onPick={(annotationId, isPicked) => void (isPicked ? add : remove).run({ ...of, annotationId })}
          aside={<span className={styles.facts}>{say('codebook.picked', { count: examples.length })}</span>}
        />
      )}
    </FormSection>
  )
}
