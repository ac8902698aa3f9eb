/**
 * The form of one annotation. Each field is sent when it is left, and is one step of the history. The usual fields of the tag come
 * first, with those of its own; the rest stand in groups a key away.
 */
import { Trash2, X } from 'lucide-react'
import { useRef } from 'react'
import type { Annotation, AnnotationPatch } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { shorten } from '../../lib/shorten.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { useCoding } from '../../stores/coding.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { AnnotationActions } from './annotation-actions.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './annotation-form.module.css'
import { AnnotationHistory } from './annotation-history.tsx'
import { CodingControl } from './coding-control.tsx'
import type { ControlProps } from './control.ts'
import { FieldGroups, useGroupKeys } from './field-groups.tsx'
import { arrangedFields } from './fields.ts'
import { LeftValues } from './left-values.tsx'
import { MarksRow } from './marks-row.tsx'
import { PassageHead } from './passage-head.tsx'
import { TagFieldControl } from './tag-field-control.tsx'
import { ThreadSection } from './thread-section.tsx'
import { useAskedFocus, useWayBack } from './use-form-focus.ts'
import { useHeldTexts } from './use-held-texts.ts'

export interface AnnotationFormProps {
  annotation: Annotation
  article: Article
  codebook: Codebook
  onClose: () => void
  onOpenParty: (partyId: number) => void
}

export function AnnotationForm({ annotation, article, codebook, onClose, onOpenParty }: AnnotationFormProps) {
  const say = useSay()
  const update = useAction('annotations.update')
  const remove = useAction('annotations.remove')
  const offerUndo = useOfferUndo()
  const isMounted = useMounted()
  const remember = useCoding((state) => state.remember)
  const askFocus = useCoding((state) => state.askFocus)
  const form = useRef<HTMLDivElement>(null)
  const tag = codebook.tagById.get(annotation.tagId)
  const { usual, groups } = arrangedFields(tag?.shows ?? [])
  const isDisabled = !useCanWrite()
  useAskedFocus(form)
  const onKeyDown = useWayBack(
    usual.findLast((field) => field !== 'note'),
    useGroupKeys(form),
  )

  const change = useTurns(annotation, async (patch: AnnotationPatch) => {
    const changed = await update.run({ id: annotation.id, patch })
    if (changed) remember(changed)
    return changed
  })
  const removeThis = async (): Promise<void> => {
    if (!(await remove.run({ ids: [annotation.id] }))) return
    offerUndo(say('reader.removed', { quote: shorten(annotation.quote, 60) }))
    if (isMounted()) close()
  }
  const close = (): void => {
    onClose()
    askFocus('text')
  }
  const hold = useHeldTexts(annotation.id)
  const props: ControlProps = { annotation, article, codebook, isDisabled, onChange: change, onHold: hold, onOpenParty }
  const control = (field: CodingField) => (
    <div key={field} data-field={field} className={styles.field}>
      <CodingControl {...props} field={field} />
    </div>
  )
  return (
    <div ref={form} className={styles.form} role="form" aria-label={say('inspector.form', { tag: tag?.name ?? '' })} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <span className={styles.saved} role="status">
          {update.pending ? say('status.saving') : ''}
        </span>
        <AnnotationActions annotation={annotation} />
        <IconButton
          label={say('inspector.remove')}
          shortcut="Delete"
          icon={<Trash2 />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => void removeThis()}
        />
        <IconButton label={say('inspector.close')} shortcut="Esc" icon={<X />} size="small" onPress={close} />
      </div>
      <VisuallyHidden>
        <h2>{say('inspector.form', { tag: tag?.name ?? '' })}</h2>
      </VisuallyHidden>
      <PassageHead
        annotation={annotation}
        article={article}
        codebook={codebook}
        isDisabled={isDisabled}
        onTag={(tagId) => void change({ tag: tagId })}
      />
      <div className={styles.fields}>
        {usual.filter((field) => field !== 'note').map(control)}
        {tag?.fields.map((field) => (
          <div key={field.id} data-field={`own-${field.id}`} className={styles.field}>
            <TagFieldControl {...props} field={field} />
          </div>
        ))}
        {control('note')}
      </div>
      <LeftValues {...props} />
      <FieldGroups
        groups={groups}
        annotation={annotation}
        control={control}
        review={<MarksRow annotation={annotation} isDisabled={isDisabled} onChange={(patch) => void change(patch)} />}
      >
        <ThreadSection annotationId={annotation.id} codebook={codebook} isDisabled={isDisabled} />
        <AnnotationHistory annotationId={annotation.id} />
      </FieldGroups>
    </div>
  )
}
