/** What the analyst says of a cell: the text, the quotes it rests on under their numbers, and whether newer evidence has come in. */
import type { CellSummaryState } from './use-cell-summary.ts'
import { useFormatMoment } from './use-format-moment.ts'
import { useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './cell-summary.module.css'

export interface CellSummaryProps {
  summary: CellSummaryState
  canWrite: boolean
  /** Ids of the quotes in the list beneath. */
  shown: ReadonlySet<number>
  onJump: (id: number) => void
}

export function CellSummary({ summary, canWrite, shown, onJump }: CellSummaryProps) {
  const say = useSay()
  const moment = useFormatMoment()
  const { stored, text, quotes } = summary
  const newer = stored?.newer ?? []
  const gone = stored?.gone ?? []
  const [firstShown] = newer.filter((id) => shown.has(id))
  const hidden = newer.filter((id) => !shown.has(id)).length
  return (
    <section className={styles.summary} aria-label={say('cell.summary')}>
      {newer.length > 0 && (
        <Banner
          kind="info"
          title={say('cell.stale', { count: newer.length })}
          actions={
            <>
              {firstShown !== undefined && (
                <Button label={say('cell.showNewer', { count: newer.length })} onPress={() => onJump(firstShown)} />
              )}
              {canWrite && <Button label={say('cell.stillRight')} onPress={summary.confirm} />}
            </>
          }
        >
          {hidden > 0 && say('cell.newerHidden', { count: hidden })}
        </Banner>
      )}
      {gone.length > 0 && (
        <Banner
          kind="warning"
          title={say('cell.gone', { count: gone.length, numbers: gone.map((number) => `[${number}]`).join(', ') })}
          actions={canWrite && newer.length === 0 && <Button label={say('cell.stillRight')} onPress={summary.confirm} />}
        >
          {say('cell.goneText', { count: gone.length })}
        </Banner>
      )}
      <TextArea
        label={say('cell.summary')}
        placeholder={say('cell.summaryPlaceholder')}
        value={text}
        onChange={summary.change}
        onCommit={summary.commit}
        minRows={2}
        maxRows={6}
        isDisabled={stored === undefined}
        isReadOnly={!canWrite}
        face="reading"
      />
      <div className={styles.foot}>
        {quotes.length > 0 ? (
          <p className={styles.links}>
            <span>{say('cell.restsOn')}</span>
            {quotes.map(({ id, number }) => (
              <button
                key={id}
                type="button"
                className={styles.link}
                disabled={!shown.has(id)}
                title={shown.has(id) ? undefined : say('cell.linkHidden')}
                aria-label={say('cell.jump', { number })}
                onClick={() => onJump(id)}
              >
                [{number}]
              </button>
            ))}
          </p>
        ) : (
          canWrite && <p className={styles.hint}>{say('cell.linkHint')}</p>
        )}
        {stored && <p className={styles.hint}>{say('cell.written', { coder: stored.coder, date: moment(stored.at) })}</p>}
      </div>
    </section>
  )
}
