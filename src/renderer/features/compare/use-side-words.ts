/** How parties, issues and dates of the side-by-side view are named, for the screen and for what is copied. */
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { formatPartialDate, useSay, type Say } from '../../lib/say.ts'

export interface SideWords {
  say: Say
  party: (id: number) => string
  /** "Cross-border attacks › Sanctuaries". */
  issue: (id: number | null) => string
  date: (value: PartialDate | null) => string
  speaker: (id: number | null) => string
}

export function useSideWords({ partyById, issueById }: Codebook): SideWords {
  const say = useSay()
  const intl = useIntl()
  return useMemo(
    () => ({
      say,
      party: (id) => partyById.get(id)?.name ?? '',
      issue: (id) => {
        const issue = id === null ? undefined : issueById.get(id)
        return issue ? issueText(issue) : say('compare.noIssue')
      },
      date: (value) => (value === null ? say('evidence.undated') : formatPartialDate(intl, value)),
      speaker: (id) => (id === null ? undefined : partyById.get(id)?.name) ?? say('cell.noSpeaker'),
    }),
    [say, intl, partyById, issueById],
  )
}
