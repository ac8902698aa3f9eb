/** All quotes of an entry, newest first, found by their words; each leads to its passage. Also where examples are picked from. */
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { Quote } from 'lucide-react'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { QuoteRows } from './quote-rows.tsx'
import styles from './quotes.module.css'

/** How many are asked for at a time, and at most. */
const STEP = 200
const MOST = 10_000

export interface QuotesDialogProps {
  title: string
  part: CodebookPart
  id: number
  codebook: Codebook
  onClose: () => void
  onOpen: (articleId: number, annotationId: number) => void
  picked?: ReadonlySet<number>
  onPick?: (annotationId: number, isPicked: boolean) => void
  aside?: ReactNode
}

export function QuotesDialog({ title, part, id, codebook, onClose, onOpen, picked, onPick, aside }: QuotesDialogProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(STEP)
  const wanted = useRested(text.trim(), text.trim())
  const input = useMemo(() => ({ part, id, limit, ...(wanted !== '' && { text: wanted }) }), [part, id, limit, wanted])
  const { data, error, refetch } = useData('evidence.ofEntry', input)
  const total = data?.total ?? 0
  const loaded = data?.items.length ?? 0
  const onNearEnd = useCallback(() => {
    if (loaded < total) setLimit((now) => (now === loaded ? Math.min(MOST, now + STEP) : now))
  }, [loaded, total])
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      isFlush
      isDismissable
      aside={aside}
      actions={<Button label={say('codebook.done')} kind="primary" onPress={onClose} />}
    >
      <div className={styles.body}>
        <SearchField
          label={say('codebook.findQuote')}
          placeholder={say('codebook.findQuote')}
          value={text}
          onChange={setText}
          result={data && say('codebook.quotes', { count: total })}
          className={styles.search}
          autoFocus
        />
        {error && <LoadError error={error} onAgain={() => void refetch()} />}
        {!data && !error && <Spinner label={say('codebook.loading')} />}
        {data && loaded === 0 && <EmptyState icon={<Quote />} title={say(wanted === '' ? 'codebook.noAnnotations' : 'codebook.nothing')} />}
        {data && loaded > 0 && (
          <QuoteRows
            label={title}
            quotes={data.items}
            codebook={codebook}
            onOpen={onOpen}
            onNearEnd={onNearEnd}
            {...(picked && onPick && { picked, onPick })}
          />
        )}
      </div>
    </Dialog>
  )
}
