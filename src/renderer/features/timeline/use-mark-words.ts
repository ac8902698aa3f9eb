/** Words for lanes, marks and days of the timeline. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { dayToIso, type PartialDate } from '../../../shared/domain/partial-date.ts'
import type { Lane, Mark } from '../../../shared/domain/timeline.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { DAY_MS, type Tick } from './axis.ts'

export interface MarkWords {
  lane: (lane: Pick<Lane, 'partyId'>) => string
  /** With its precision: "29 Oct 2025", "Nov 2025". */
  date: (mark: Pick<Mark, 'first' | 'precision'>) => string
  day: (day: number) => string
  /** Names of issues, each with those it lies beneath. */
  issues: (ids: readonly number[]) => string
  /** Date, party, tag, issues, stance: what is said of a mark that is met by keys. */
  mark: (mark: Mark, lane: Pick<Lane, 'partyId'> | undefined) => string
  tick: (tick: Tick) => string
}

export const dateOf = ({ first, precision }: Pick<Mark, 'first' | 'precision'>): PartialDate =>
  dayToIso(first).slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)

export function useMarkWords(codebook: Codebook): MarkWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(() => {
    const lane: MarkWords['lane'] = ({ partyId }) =>
      partyId === null ? say('timeline.noSpeaker') : (codebook.partyById.get(partyId)?.name ?? say('timeline.noSpeaker'))
    const date: MarkWords['date'] = (mark) => formatPartialDate(intl, dateOf(mark))
    const issues: MarkWords['issues'] = (ids) =>
      ids
        .flatMap((id) => codebook.issueById.get(id) ?? [])
        .map(issueText)
        .join('; ')
    const utc = (day: number, options: Intl.DateTimeFormatOptions): string =>
      intl.formatDate(new Date(day * DAY_MS), { timeZone: 'UTC', ...options })
    return {
      lane,
      date,
      issues,
      day: (day) => formatPartialDate(intl, dayToIso(Math.floor(day))),
      mark: (mark, of) =>
        [
          mark.dateFrom === 'publication' ? say('evidence.published', { date: date(mark) }) : date(mark),
          of ? lane(of) : '',
          codebook.tagById.get(mark.tagId)?.name ?? '',
          issues(mark.issueIds),
          mark.stance === null ? '' : say(`stance.${mark.stance}`),
          mark.intensity === null ? '' : say('timeline.strength', { intensity: mark.intensity }),
          mark.important ? say('timeline.important') : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      tick: ({ unit, from }) => {
        if (unit === 'day' || unit === 'week') return utc(from, { day: 'numeric' })
        if (unit === 'month' || unit === 'quarter') return utc(from, { month: 'short' })
        return utc(from, { year: 'numeric' })
      },
    }
  }, [say, intl, codebook])
}
