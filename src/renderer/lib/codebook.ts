/** The codebook in components: tags, issues and parties by id, with what it takes to show them. */
import { useMemo } from 'react'
import type { Issue, Tag } from '../../shared/domain/codebook.ts'
import { PATH_SEPARATOR } from '../../shared/domain/codebook.ts'
import type { Party } from '../../shared/domain/party.ts'
import { useData } from './data.ts'

export interface Codebook {
  tags: Tag[]
  issues: Issue[]
  parties: Party[]
  tagById: ReadonlyMap<number, Tag>
  issueById: ReadonlyMap<number, Issue>
  partyById: ReadonlyMap<number, Party>
}

const NO_TAGS: Tag[] = []
const NO_ISSUES: Issue[] = []
const NO_PARTIES: Party[] = []

/** Empty lists until the first answer is there. */
export function useCodebook(): Codebook {
  const tags = useData('tags.list', {}).data ?? NO_TAGS
  const issues = useData('issues.list', {}).data ?? NO_ISSUES
  const parties = useData('parties.list', {}).data ?? NO_PARTIES
  return useMemo(
    () => ({
      tags,
      issues,
      parties,
      tagById: new Map(tags.map((tag) => [tag.id, tag])),
      issueById: new Map(issues.map((issue) => [issue.id, issue])),
      partyById: new Map(parties.map((party) => [party.id, party])),
    }),
    [tags, issues, parties],
  )
}

/** "Cross-border attacks › Sanctuaries". */
export const issueText = (issue: Pick<Issue, 'path'>): string => issue.path.join(PATH_SEPARATOR)
