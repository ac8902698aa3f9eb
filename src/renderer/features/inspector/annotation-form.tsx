/**
 * The form of one annotation. Each field is sent when it is left, and is one step of the history. The usual fields of the tag come
 * first; the rest are a key away and open by themselves where they hold something.
 */
import { ChevronDown, ChevronRight, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Annotation, AnnotationPatch } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite, useShowError } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useTurns } from '../../lib/use-turns.ts'
import { useCoding } from '../../stores/coding.ts'
import { useSettings } from '../../stores/settings.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './annotation-form.module.css'
import { AnnotationHistory } from './annotation-history.tsx'
import { CodingControl } from './coding-control.tsx'
import { filledCount, hasValue, orderedFields } from './fields.ts'
import { MarksRow } from './marks-row.tsx'
import { PassageHead } from './passage-head.tsx'
import { ThreadSection } from './thread-section.tsx'

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
  const { usual, rest } = orderedFields(tag?.shows ?? [])
  const [isMoreOpen, setMoreOpen] = useState(() => rest.some((field) => hasValue(annotation, field)))
  const isReadOnly = !useCanWrite()
  useFieldFocus(form, () => setMoreOpen(true))

  const change = useTurns(annotation, async (patch: AnnotationPatch) => {
    const changed = await update.run({ id: annotation.id, patch })
    if (changed) remember(changed)
    return changed
  })
  const removeThis = async (): Promise<void> => {
    if (!(await remove.run({ ids: [annotation.id] }))) return
    offerUndo(say('reader.removed', { quote: annotation.quote.slice(0, 60) }))
    if (isMounted()) close()
  }
  const close = (): void => {
    onClose()
    askFocus('text')
  }
  const control = (field: CodingField) => (
    <div key={field} data-field={field}>
      <CodingControl
        field={field}
        annotation={annotation}
        codebook={codebook}
        isDisabled={isReadOnly}
        onChange={change}
        onOpenParty={onOpenParty}
      />
    </div>
  )
  return (
    <div
      ref={form}
      className={styles.form}
      role="form"
      aria-label={say('inspector.form', { tag: tag?.name ?? '' })}
      onKeyDown={(event) => {
        // Esc inside an open list belongs to the list, which stops it; what comes here leaves the form, not the annotation.
        if (event.key === 'Escape' && !event.defaultPrevented) askFocus('text')
      }}
    >
      <div className={styles.bar}>
        <span className={styles.saved} role="status">
          {update.pending ? say('status.saving') : ''}
        </span>
        <IconButton
          label={say('inspector.remove')}
          shortcut="Delete"
          icon={<Trash2 />}
          size="small"
          isDisabled={isReadOnly}
          onPress={() => void removeThis()}
        />
        <IconButton label={say('inspector.close')} shortcut="Esc" icon={<X />} size="small" onPress={close} />
      </div>
      <PassageHead
        annotation={annotation}
        article={article}
        codebook={codebook}
        isDisabled={isReadOnly}
        onTag={(tagId) => void change({ tag: tagId })}
      />
      <div className={styles.fields}>{usual.map(control)}</div>
      <Button
        label={say(isMoreOpen ? 'inspector.fewer' : 'inspector.more', { count: filledCount(rest, annotation) })}
        icon={isMoreOpen ? <ChevronDown /> : <ChevronRight />}
        kind="quiet"
        size="small"
        onPress={() => setMoreOpen(!isMoreOpen)}
      />
      {isMoreOpen && <div className={styles.fields}>{rest.map(control)}</div>}
      <MarksRow annotation={annotation} isDisabled={isReadOnly} onChange={(patch) => void change(patch)} />
      <ThreadSection annotationId={annotation.id} codebook={codebook} isDisabled={isReadOnly} />
      <AnnotationHistory annotationId={annotation.id} />
    </div>
  )
}

/** Takes the focus where the reader asks for it: the first field, or the note. Opens the pane where it is closed. */
function useFieldFocus(form: RefObject<HTMLElement | null>, openMore: () => void): void {
  const focus = useCoding((state) => state.focus)
  const showError = useShowError()
  const open = useRef(openMore)
  useEffect(() => {
    open.current = openMore
  })
  useEffect(() => {
    if (!focus || focus.where === 'text') return
    useCoding.getState().focusTaken()
    const { settings, change } = useSettings.getState()
    if (!settings.panes.rightOpen) change({ panes: { ...settings.panes, rightOpen: true } }).catch(showError)
    if (focus.where === 'note') open.current()
    // The note, or the whole pane, may have just been unfolded.
    requestAnimationFrame(() => {
      const within = focus.where === 'note' ? '[data-field=note] textarea' : '[data-field] input, [data-field] button'
      form.current?.querySelector<HTMLElement>(within)?.focus()
    })
  }, [focus, form, showError])
}
