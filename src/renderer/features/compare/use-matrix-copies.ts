/**
 * The matrix to be taken along: as a picture with the newest quote of every cell, whether it was scrolled into sight or not; as a table as
 * it is seen; and to be saved as one line for each cell. Beyond a bound the quotes are left out, and that is said.
 */
import { useImperativeHandle, type Ref } from 'react'
import { useIntl } from 'react-intl'
import { useLocale } from 'react-aria-components'
import type { Evidence, PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { CopySource } from '../../lib/copied-table.ts'
import { partsOf } from '../../lib/parts/filter/filter-set.ts'
import { useFilterWords } from '../../lib/parts/filter/use-filter-words.ts'
import { useSay } from '../../lib/say.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { toasts } from '../../stores/toasts.ts'
import { lightColours } from './matrix-colours.ts'
import type { MatrixColumns } from './matrix-columns.ts'
import { matrixList } from './matrix-list.ts'
import { matrixPicture, PICTURE_FONT } from './matrix-picture.ts'
import type { Detail } from './matrix-sizes.ts'
import { matrixTable } from './matrix-table.ts'
import { windowMeasure } from './picture-text.ts'
import type { MatrixRow } from './rows.ts'
import type { MatrixWords } from './use-matrix-words.ts'

/** Quotes that are taken along at most, and how many are asked for at once. */
const MOST_QUOTES = 5_000
const AT_ONCE = 1_000

export interface MatrixCopiesParts {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  words: MatrixWords
  detail: Detail
  filter: Filter
  level: PartyLevel
}

export function useMatrixCopies(
  ref: Ref<CopySource> | undefined,
  { rows, columns, words, detail, filter, level }: MatrixCopiesParts,
): void {
  const say = useSay()
  const intl = useIntl()
  const { direction } = useLocale()
  const filterWords = useFilterWords(filter)
  useImperativeHandle(ref, () => {
    const isEmpty = rows.length === 0 || columns.shown.length === 0
    const quotes = async (): Promise<ReadonlyMap<number, Evidence> | null> => {
      const found = await quotesOf(rows, columns)
      if (!found) toasts.add({ kind: 'info', text: say('matrix.pictureQuotes', { most: MOST_QUOTES }) })
      return found
    }
    const foot = say('matrix.pictureFoot', {
      filter: partsOf(filter).map(filterWords).join(', ') || 'none',
      level: say(`compare.level.${level}`),
      date: intl.formatDate(new Date(), { year: 'numeric', month: 'short', day: 'numeric' }),
    })
    return {
      table: () => (isEmpty ? null : matrixTable({ rows, columns, words, head: say('compare.issue') })),
      saved: async () => (isEmpty ? null : matrixList({ rows, columns, words, quotes: (await quotes()) ?? new Map() })),
      async picture() {
        if (isEmpty) return null
        const known = detail === 'quotes' ? await quotes() : new Map<number, Evidence>()
        return matrixPicture({
          rows,
          columns,
          detail: known ? detail : 'numbers',
          words,
          quotes: known ?? new Map(),
          colours: lightColours(),
          direction,
          measure: windowMeasure(PICTURE_FONT),
          title: say('matrix.pictureTitle'),
          foot,
        })
      },
    }
  })
}

/** The newest quote of every cell that shows one; null where they are too many. */
async function quotesOf(rows: readonly MatrixRow[], columns: MatrixColumns): Promise<ReadonlyMap<number, Evidence> | null> {
  const ids = [
    ...new Set(
      rows.flatMap((row) =>
        columns.shown.flatMap(({ partyId }) => {
          const cell = row.cells.get(partyId)
          return cell && (cell.own > 0 || row.isFolded) ? cell.newestId : []
        }),
      ),
    ),
  ]
  if (ids.length > MOST_QUOTES) return null
  const found = new Map<number, Evidence>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await sharedClient().call('evidence.byIds', { ids: ids.slice(at, at + AT_ONCE) })
    for (const quote of some) found.set(quote.id, quote)
  }
  return found
}
