/** Quotes of the whole library to pick from, found by typing; those of the same owner or issue stand first. */
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../codebook.ts'
import { useData } from '../data.ts'
import { LoadError } from './load-error.tsx'
import { TagMark } from './tag-mark.tsx'
import { formatPartialDate, useSay } from '../say.ts'
import { useRested } from '../use-rested.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './quote-picker.module.css'

const MOST = 300

export interface QuotePickerProps {
  label: string
  codebook: Codebook
  ownerId: number | null
  issueId: number | null
  /** Shown no more: in the thread already. */
  without?: ReadonlySet<number>
  picked: ReadonlySet<number>
  onPick: (picked: Set<number>) => void
  autoFocus?: boolean
}

export function QuotePicker({ label, codebook, ownerId, issueId, without, picked, onPick, autoFocus = false }: QuotePickerProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const wanted = useRested(text.trim(), text.trim())
  const { data, error, refetch } = useData('evidence.find', {
    text: wanted,
    limit: MOST,
    ...(ownerId !== null && { party: ownerId }),
    ...(issueId !== null && { issue: issueId }),
  })
  const items = useMemo(() => (data?.items ?? []).filter(({ evidence }) => !without?.has(evidence.id)), [data, without])
  return (
    <div className={styles.picker}>
      <SearchField
        label={say('thread.findQuotes')}
        placeholder={say('thread.findQuotes')}
        value={text}
        onChange={setText}
        autoFocus={autoFocus}
        result={data && say('thread.quotesFound', { count: data.total })}
      />
      {error && !data && <LoadError error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Spinner label={say('ledger.loading')} />}
      {data && items.length === 0 && <EmptyState title={say('thread.noQuotes')} size="inline" />}
      {items.length > 0 && (
        <PickList
          label={label}
          items={items}
          keyOf={({ evidence }) => evidence.id}
          picked={picked}
          onPick={(keys) => onPick(new Set([...keys].map(Number)))}
          rowHeight={66}
          showsBoxes
          className={styles.list ?? ''}
          renderHeading={({ isNear }, index) => {
            const isFirst = index === 0 || items[index - 1]?.isNear !== isNear
            const isParted = items[0]?.isNear === true
            return isFirst && isParted ? say(isNear ? 'thread.quotesNear' : 'thread.quotesOther') : null
          }}
        >
          {({ evidence }) => <QuoteLine evidence={evidence} codebook={codebook} />}
        </PickList>
      )}
      {data && data.total > data.items.length && (
        <p className={styles.more}>{say('thread.quotesMore', { count: data.total - data.items.length })}</p>
      )}
    </div>
  )
}

function QuoteLine({ evidence, codebook }: { evidence: Evidence; codebook: Codebook }) {
  const say = useSay()
  const intl = useIntl()
  const tag = codebook.tagById.get(evidence.tagId)
  const speaker = evidence.speakerId === null ? undefined : codebook.partyById.get(evidence.speakerId)
  return (
    <span className={styles.line}>
      <span className={styles.words} lang={evidence.language ?? undefined} dir="auto">
        {evidence.quote}
      </span>
      {evidence.translation && (
        <span className={styles.translation} dir="auto">
          {evidence.translation}
        </span>
      )}
      <span className={styles.facts}>
        {tag && <TagMark tag={tag} />}
        {speaker && <bdi>{speaker.name}</bdi>}
        <span>{evidence.date === null ? say('evidence.undated') : formatPartialDate(intl, evidence.date.slice(0, 10))}</span>
        <bdi>{evidence.outlet ?? say('evidence.noOutlet')}</bdi>
      </span>
    </span>
  )
}
