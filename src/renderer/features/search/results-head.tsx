/** Above the results: how many, in which order, and what can be done with all of them. */
import { Bookmark, Download, ListPlus } from 'lucide-react'
import { useState } from 'react'
import { searchOrderSchema, type SearchOrder } from '../../../shared/domain/search.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useSaveOutput } from '../../lib/save-output.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { KeptMenu } from './kept-menu.tsx'
import styles from './search-view.module.css'

export interface ResultsHeadProps {
  query: string
  order: SearchOrder
  total: number
  /** What is shown is still the answer to an earlier query. */
  isBusy: boolean
  onOrder: (order: SearchOrder) => void
  onSearch: (query: string, order: SearchOrder) => void
  onCode: () => void
}

export function ResultsHead({ query, order, total, isBusy, onOrder, onSearch, onCode }: ResultsHeadProps) {
  const say = useSay()
  const canWrite = useCanWrite()
  const save = useSaveOutput()
  const { run: write } = useAction('search.export')
  const [isKeeping, setKeeping] = useState(false)
  const exportHits = async (): Promise<void> => {
    const started = await write({ query, order })
    if (started) {
      await save({
        jobId: started.jobId,
        kind: 'search',
        said: 'search.exported',
        detail: ({ hits, complete }) => (complete ? undefined : say('search.exportCut', { count: hits })),
      })
    }
  }
  return (
    <div className={styles.head}>
      <h1 className={styles.total} role="status">
        {isBusy ? say('search.searching') : say('search.total', { count: total })}
      </h1>
      <SegmentedControl
        label={say('search.order')}
        size="small"
        value={order}
        onChange={onOrder}
        options={searchOrderSchema.options.map((id) => ({ id, label: say(`search.order.${id}`) }))}
      />
      <span className={styles.space} />
      <KeptMenu query={query} order={order} onSearch={onSearch} />
      <Button
        label={say('search.keep')}
        tooltip={say('search.keep')}
        className={styles.action ?? ''}
        icon={<Bookmark />}
        kind="quiet"
        isDisabled={!canWrite}
        onPress={() => setKeeping(true)}
      />
      <Button
        label={say('search.export')}
        tooltip={say('search.export')}
        className={styles.action ?? ''}
        icon={<Download />}
        kind="quiet"
        isDisabled={total === 0}
        onPress={() => void exportHits()}
      />
      <Button
        label={say('search.code')}
        tooltip={say('search.code')}
        className={styles.action ?? ''}
        icon={<ListPlus />}
        kind="quiet"
        isDisabled={!canWrite || total === 0}
        onPress={onCode}
      />
      {isKeeping && <KeepDialog query={query} order={order} onClose={() => setKeeping(false)} />}
    </div>
  )
}
