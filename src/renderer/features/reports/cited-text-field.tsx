/**
 * The analyst's own words: plain text with a little markup, and quotes that it cites by number. The quotes stand beneath it; taking one
 * away takes its number out of the text.
 */
import { Quote, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { QuotePicker } from '../../lib/parts/quote-picker.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { cite, withoutQuote, type CitedText } from './cited-text.ts'
import styles from './composer.module.css'

export interface CitedTextFieldProps {
  value: CitedText
  codebook: Codebook
  onChange: (value: CitedText, mark?: string) => void
}

export function CitedTextField({ value, codebook, onChange }: CitedTextFieldProps) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  /** Where the caret was when the picker was asked for; null: it is closed. */
  const [caret, setCaret] = useState<number | null>(null)
  const { data: quotes } = useData('evidence.byIds', { ids: [...value.quotes] }, { enabled: value.quotes.length > 0 })
  const insert = (ids: readonly number[], at: number): void => {
    const { caret: after, ...cited } = cite(value, ids, at)
    onChange(cited)
    setCaret(null)
    // Once the picker is gone and the new text is in the field.
    setTimeout(() => {
      area.current?.focus()
      area.current?.setSelectionRange(after, after)
    }, 60)
  }
  return (
    <div className={styles.cited}>
      <TextArea
        ref={area}
        label={say('reports.block.words')}
        hint={say('reports.block.markup')}
        value={value.text}
        onChange={(text) => onChange({ ...value, text }, 'text')}
        minRows={8}
        maxRows={22}
        face="reading"
      />
      <div>
        <Button
          label={say('reports.block.cite')}
          icon={<Quote />}
          size="small"
          onPress={() => setCaret(area.current?.selectionStart ?? value.text.length)}
        />
      </div>
      {value.quotes.length > 0 && (
        <ol className={styles.quotes} aria-label={say('reports.block.quotesCited')}>
          {value.quotes.map((id, index) => {
            const quote = quotes?.find((one) => one.id === id)
            return (
              <li key={id} className={styles.quote}>
                <button
                  type="button"
                  className={styles.number}
                  aria-label={say('reports.block.citeAgain', { number: index + 1 })}
                  title={say('reports.block.citeAgain', { number: index + 1 })}
                  onClick={() => insert([id], area.current?.selectionStart ?? value.text.length)}
                >
                  [{index + 1}]
                </button>
                <span className={styles.quoteWords} dir="auto" lang={quote?.language ?? undefined}>
                  {quote?.quote ?? (quotes ? say('reports.block.quoteGone') : '…')}
                </span>
                <IconButton
                  label={say('reports.block.uncite', { number: index + 1 })}
                  icon={<X />}
                  size="small"
                  onPress={() => onChange(withoutQuote(value, index + 1))}
                />
              </li>
            )
          })}
        </ol>
      )}
      {caret !== null && (
        <QuotesDialog codebook={codebook} cited={value.quotes} onClose={() => setCaret(null)} onPick={(ids) => insert(ids, caret)} />
      )}
    </div>
  )
}

interface QuotesDialogProps {
  codebook: Codebook
  cited: readonly number[]
  onPick: (ids: readonly number[]) => void
  onClose: () => void
}

function QuotesDialog({ codebook, cited, onPick, onClose }: QuotesDialogProps) {
  const say = useSay()
  const [picked, setPicked] = useState<Set<number>>(new Set())
  const [without] = useState(() => new Set(cited))
  return (
    <Dialog
      title={say('reports.block.citeTitle')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={say('reports.block.citeNow', { count: picked.size })}
            kind="primary"
            isDisabled={picked.size === 0}
            onPress={() => onPick([...picked])}
          />
        </>
      }
    >
      <QuotePicker
        label={say('reports.block.citeTitle')}
        codebook={codebook}
        ownerId={null}
        issueId={null}
        without={without}
        picked={picked}
        onPick={setPicked}
        autoFocus
      />
    </Dialog>
  )
}
