/** What stands in the cells of the table, in words, dates and numbers of the reader's language. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { ArticleGroup, ArticleRow } from '../../../shared/domain/article-table.ts'
import type { Collection } from '../../../shared/domain/collection.ts'
import { languageName } from '../../lib/languages.ts'
import { formatPartialDate, useSay, type Say } from '../../lib/say.ts'
import type { CellWords } from '../../lib/grid/grid-lines.tsx'
import type { LineGroup } from '../../lib/grid/lines.ts'
import styles from './cells.module.css'
import type { ColumnId } from './columns.tsx'

export function useCellWords(collections: readonly Collection[], group: ArticleGroup | null): CellWords<ColumnId, ArticleRow> {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const names = new Map(collections.map(({ id, name }) => [id, name]))
    const language = (tag: string): string => languageName(tag, intl.locale)
    const number = (value: number): string => (value === 0 ? '' : intl.formatNumber(value))
    const cell = (column: ColumnId, row: ArticleRow) => {
      switch (column) {
        case 'title':
          return (
            <bdi className={styles.title} lang={row.language ?? undefined} dir={row.direction} title={row.title}>
              {row.title}
            </bdi>
          )
        case 'outlet':
          return <bdi>{row.outlet}</bdi>
        case 'author':
          return <bdi>{row.author}</bdi>
        case 'published':
          return <span>{row.published === null ? '' : formatPartialDate(intl, row.published.slice(0, 10))}</span>
        case 'language':
          return <span>{row.language === null ? '' : language(row.language)}</span>
        case 'status':
          return (
            <span className={styles.status} data-status={row.status}>
              {say(`article.status.${row.status}`)}
            </span>
          )
        case 'annotations':
          return <span>{number(row.annotations)}</span>
        case 'progress':
          return <Progress row={row} say={say} percent={(share) => intl.formatNumber(share, { style: 'percent' })} />
        case 'collections':
          return <bdi>{row.collections.flatMap((id) => names.get(id) ?? []).join(', ')}</bdi>
        case 'story':
          return <span>{row.sameStory === 0 ? '' : say('articles.sameStory', { count: row.sameStory })}</span>
        case 'added':
          return <span>{intl.formatDate(row.addedAt, { dateStyle: 'medium' })}</span>
        case 'reliability':
          return <span title={row.reliability ? say(`metadata.reliability.${row.reliability}`) : undefined}>{row.reliability}</span>
        case 'credibility':
          return <span title={row.credibility ? say(`metadata.credibility.${row.credibility}`) : undefined}>{row.credibility}</span>
        case 'chars':
          return <span>{number(row.chars)}</span>
      }
    }
    const groupName = ({ value, label }: LineGroup): string => {
      if (value === '' || (group === 'collection' && value === '0')) return say(`articles.none.${group ?? 'outlet'}`)
      if (group === 'month') return formatPartialDate(intl, value)
      if (group === 'language') return language(value)
      return group === 'status' ? say(`article.status.${value}`) : (label ?? value)
    }
    return {
      cell,
      row: (row) => row.title,
      group: groupName,
      groupCount: (count) => say('articles.count', { count }),
      choose: (title) => say('articles.chooseOne', { title }),
      loading: say('articles.loading'),
    }
  }, [say, intl, collections, group])
}

/** How much of the text lies within annotations: what was coded, not how far somebody has read. */
function Progress({ row, say, percent }: { row: ArticleRow; say: Say; percent: (share: number) => string }) {
  if (row.annotations === 0) return null
  const share = row.chars === 0 ? 0 : Math.min(row.covered / row.chars, 1)
  const shown = percent(share)
  return (
    <span className={styles.progress} title={say('articles.covered', { share: shown })}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(share * 100, 2)}%` }} />
      </span>
      <span className={styles.share}>{shown}</span>
    </span>
  )
}
