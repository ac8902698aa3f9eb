/**
 * Files on their way in: what each would become, corrected before anything is stored. Files that ask something or cannot be read say so
 * and hold up no others. Closing forgets the files, not what was imported; an import that has begun goes on without its dialog.
 */
import { useState } from 'react'
import type { Staged } from '../../../shared/domain/import.ts'
import { useAction } from '../../lib/data.ts'
import { useThrowAway } from '../../lib/parts/throw-away.tsx'
import { useSay } from '../../lib/say.ts'
import { useTakingIn } from '../../stores/taking-in.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportReview } from './import-review.tsx'
import { ImportRunning } from './import-running.tsx'
import { newName } from './collection-field.tsx'
import { wantedItems } from './review-items.ts'
import { articlesIn, hasInput, isPasted, unitsOf } from './review.ts'
import { stateCounts } from './rows.ts'
import { useBegun } from './use-begun.ts'
import { useReview } from './use-review.ts'

export interface ImportDialogProps {
  files: readonly Staged[]
  onClose: () => void
  onOpenArticle: (articleId: number) => void
}

export function ImportDialog({ files, onClose, onOpenArticle }: ImportDialogProps) {
  const say = useSay()
  const review = useReview(files)
  const [wrongAt, setWrongAt] = useState<string | null>(null)
  const start = useAction('imports.start')
  const discard = useAction('imports.discard')
  const create = useAction('collections.create')
  const begun = useBegun({ files, onClose, onOpenArticle })
  const taking = useTakingIn()
  const close = (): void => {
    // Else those that are still on their way would open the window again.
    taking.forget()
    void discard.run({ stagedIds: files.map((file) => file.stagedId) })
    onClose()
  }
  const { wanted } = review
  const counts = stateCounts(review.files)
  // One count for both: what is on its way to here, and what is here and not yet read.
  const coming = taking.total - taking.done
  const reading = review.files.filter(({ isReading }) => isReading).length + coming
  const total = review.files.length + coming
  // What was pasted and is in the library already is nothing to lose.
  const isToLose = isPasted(files, say('paste.name')) && wanted + reading > 0
  const { leave, question } = useThrowAway(hasInput(review.choices) || isToLose, close)

  const importAll = async (): Promise<void> => {
    if (wanted === 0) return
    const { wrong } = wantedItems(review.files, review.choices, review.twins, say)
    review.setErrors(wrong)
    const [first] = wrong.keys()
    setWrongAt(first ?? null)
    if (first !== undefined) return
    const made = new Map<string, number>()
    for (const choice of new Set([...review.choices.collections.values()].flat())) {
      const name = newName(choice)
      const collection = name === null ? null : await create.run({ name })
      if (collection === undefined) return
      if (collection) made.set(choice, collection.id)
    }
    const { items } = wantedItems(review.files, review.choices, review.twins, say, (choice) => made.get(choice) ?? Number(choice))
    const expected = new Map(review.files.map((file) => [file.staged.stagedId, Math.max(1, articlesIn(file))]))
    const started = await start.run({ items: items.map((item) => ({ ...item, expect: expected.get(item.stagedId) ?? 1 })) })
    if (started) begun.begin(started.jobId, wanted === 1 && review.files.flatMap(unitsOf).length === 1)
  }

  if (begun.job) {
    return (
      <ImportRunning
        job={begun.job}
        again={begun.again.length}
        onTryAgain={begun.tryAgain}
        onClose={begun.leave}
        onOpenArticle={begun.openArticle}
      />
    )
  }
  const isSmall = files.length === 1 && coming === 0 && (review.files[0]?.preview?.total ?? 0) <= 1
  return (
    <Dialog
      title={say('import.title')}
      isOpen
      onClose={leave}
      size={isSmall ? 'large' : 'full'}
      isFlush
      // Enter in a line of the form imports the one article there is; with many files it would be a slip.
      {...(isSmall && { onSubmit: () => void importAll() })}
      aside={
        <span role="status">
          {reading > 0
            ? say('import.readingCount', { done: total - reading, total })
            : counts.needs + counts.refused > 0 && !isSmall
              ? say('import.asideCounts', { needs: counts.needs, refused: counts.refused })
              : ''}
        </span>
      }
      actions={
        <>
          <Button label={say('action.cancel')} onPress={leave} />
          <Button
            label={say('import.action', { count: wanted })}
            kind="primary"
            {...(isSmall ? { type: 'submit' } : { onPress: () => void importAll() })}
            isDisabled={wanted === 0}
            {...(start.pending && { pendingLabel: say('job.import') })}
          />
        </>
      }
    >
      {question}
      <ImportReview
        review={review}
        isSmall={isSmall}
        wrongAt={wrongAt}
        onOpenArticle={(id) => {
          close()
          onOpenArticle(id)
        }}
      />
    </Dialog>
  )
}
