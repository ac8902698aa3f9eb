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
import { useAction, useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './annotation-form.module.css'
import { CodingControl } from './coding-control.tsx'
import { filledCount, hasValue, orderedFields } from './fields.ts'
import { MarksRow } from './marks-row.tsx'
import { PassageHead } from './passage-head.tsx'

export interface AnnotationFormProps {
  annotation: Annotation
  article: Article
  codebook: Codebook
  onClose: () => void
  onOpenParty: (partyId: number) => void
}

export function AnnotationForm({ annotation, article, codebook, onClose, onOpenParty }: AnnotationFormProps) {
  const say = useSay()
  const { data: status } = useData('library.status', {})
  const update = useAction('annotations.update')
  const remove = useAction('annotations.remove')
  const undo = useAction('history.undo')
  const remember = useCoding((state) => state.remember)
  const askFocus = useCoding((state) => state.askFocus)
  const form = useRef<HTMLDivElement>(null)
  const tag = codebook.tagById.get(annotation.tagId)
  const { usual, rest } = orderedFields(tag?.shows ?? [])
  const [isMoreOpen, setMoreOpen] = useState(() => rest.some((field) => hasValue(annotation, field)))
  const isReadOnly = status?.readOnly !== null
  useFieldFocus(form, () => setMoreOpen(true))

  const change = async (patch: AnnotationPatch): Promise<boolean> => {
    const changed = await update.run({ id: annotation.id, patch })
    if (changed) remember(changed)
    return changed !== undefined
  }
  const removeThis = async (): Promise<void> => {
    if (!(await remove.run({ ids: [annotation.id] }))) return
    onClose()
    toasts.add({
      kind: 'info',
      text: say('reader.removed', { quote: annotation.quote.slice(0, 60) }),
      action: { label: say('history.undo'), onPress: () => void undo.run({}) },
    })
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
        <IconButton label={say('inspector.close')} shortcut="Esc" icon={<X />} size="small" onPress={onClose} />
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
    </div>
  )
}

/** Takes the focus where the reader asks for it: the first field, or the note. */
function useFieldFocus(form: RefObject<HTMLElement | null>, openMore: () => void): void {
  const focus = useCoding((state) => state.focus)
  const seen = useRef(focus.count)
  const open = useRef(openMore)
  useEffect(() => {
    open.current = openMore
  })
  useEffect(() => {
    if (focus.count === seen.current || focus.where === 'text') return
    seen.current = focus.count
    if (focus.where === 'note') open.current()
    // The note may have just been unfolded.
    requestAnimationFrame(() => {
      const within = focus.where === 'note' ? '[data-field=note] textarea' : '[data-field] input, [data-field] button'
      form.current?.querySelector<HTMLElement>(within)?.focus()
    })
  }, [focus, form])
}
