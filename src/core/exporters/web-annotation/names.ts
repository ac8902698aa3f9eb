/** Names of what an annotation refers to, by key: tags and parties by their name, issues by their path. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import type { ForeignProject } from '../../importers/project.ts'

export interface Names {
  readonly tag: (key: string | null | undefined) => string | null
  readonly party: (key: string | null | undefined) => string | null
  /** "Border › Crossings". */
  readonly issue: (key: string) => string | null
  /** Whether a field of a tag holds a party. */
  readonly holdsParty: (tag: string | null | undefined, field: string) => boolean
}

/** Deeper trees cannot be; a loop in one must not hang. */
const DEEPEST = 100

export function namesOf({ tags, issues, parties }: Pick<ForeignProject, 'tags' | 'issues' | 'parties'>): Names {
  const tagNames = new Map(tags.map(({ key, name }) => [key, name]))
  const partyNames = new Map(parties.map(({ key, name }) => [key, name]))
  const issueEntries = new Map(issues.map((entry) => [entry.key, entry]))
  const partyFields = new Map(
    tags.map(({ key, more }) => [key, new Set((more?.fields ?? []).filter(({ type }) => type === 'party').map(({ name }) => name))]),
  )
  const pathOf = (key: string): string | null => {
    const path: string[] = []
    for (let at = issueEntries.get(key); at && path.length < DEEPEST; at = at.parent === null ? undefined : issueEntries.get(at.parent))
      path.unshift(at.name)
    return path.length === 0 ? null : path.join(PATH_SEPARATOR)
  }
  const paths = new Map(issues.map(({ key }) => [key, pathOf(key)]))
  return {
    tag: (key) => tagNames.get(key ?? '') ?? null,
    party: (key) => partyNames.get(key ?? '') ?? null,
    issue: (key) => paths.get(key) ?? null,
    holdsParty: (tag, field) => partyFields.get(tag ?? '')?.has(field) ?? false,
  }
}
