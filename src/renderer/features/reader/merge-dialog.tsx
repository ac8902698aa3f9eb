/** Before a merge that somebody must decide: the passage it gives, and each field in which the annotations differ, to choose from. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { MergeChoice, MergeConflict, MergePreview } from '../../../shared/domain/annotation-operations.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './merge-dialog.module.css'

export interface MergeDialogProps {
  preview: MergePreview
  count: number
  article: Article
  codebook: Codebook
  onClose: () => void
  onMerge: (choices: MergeChoice[]) => void
}

const keyOf = ({ field, fieldId }: MergeConflict): string => field ?? String(fieldId)

export function MergeDialog({ preview, count, article, codebook, onClose, onMerge }: MergeDialogProps) {
  const say = useSay()
  const intl = useIntl()
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map())
  const { conflicts, quote, added } = preview

  const textOf = ({ field }: MergeConflict, value: MergeConflict['values'][number]['value']): string => {
    if (typeof value === 'boolean') return say(value ? 'operations.yes' : 'operations.no')
    if (field === 'tag') return codebook.tagById.get(Number(value))?.name ?? ''
    if (field === 'speaker' || field === 'onBehalfOf') return codebook.partyById.get(Number(value))?.name ?? ''
    if (field === 'stance' || field === 'attribution' || field === 'confidence') return say(`${field}.${value}`)
    if (field === 'intensity') return `${value}, ${say(`coding.intensity.${value}`)}`
    if (field === 'stated' && typeof value === 'string' && isPartialDate(value)) return formatPartialDate(intl, value)
    return String(value)
  }
  const merge = (): void =>
    onMerge(
      conflicts.flatMap((conflict) => {
        const annotationId = chosen.get(keyOf(conflict))
        return annotationId === undefined ? [] : [{ field: conflict.field, fieldId: conflict.fieldId, annotationId }]
      }),
    )
  return (
    <Dialog
      title={say('operations.mergeTitle', { count })}
      isOpen
      onClose={onClose}
      onSubmit={merge}
      actions={
        <>
          <Button label={say('operations.cancel')} onPress={onClose} />
          <Button label={say('operations.mergeNow', { count })} kind="primary" type="submit" />
        </>
      }
    >
      <div className={styles.body}>
        <blockquote className={styles.quote} data-reading lang={article.language ?? undefined} dir="auto">
          {quote}
        </blockquote>
        {added > 0 && <p className={styles.note}>{say('operations.mergeAdds', { count: added })}</p>}
        {conflicts.length > 0 && <p className={styles.note}>{say('operations.mergeChoose', { count: conflicts.length })}</p>}
        {conflicts.map((conflict) => (
          <Select
            key={keyOf(conflict)}
            label={conflict.name ?? say(`coding.${conflict.field}`)}
            layout="row"
            value={String(chosen.get(keyOf(conflict)) ?? conflict.values[0]?.annotationId)}
            onChange={(id) => setChosen(new Map(chosen).set(keyOf(conflict), Number(id)))}
            options={conflict.values.map(({ annotationId, value }) => ({ id: String(annotationId), label: textOf(conflict, value) }))}
          />
        ))}
      </div>
    </Dialog>
  )
}
