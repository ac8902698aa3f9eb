/** Statements and filters with their names looked up, for every kind of report. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Issue, Tag } from '../../../shared/domain/codebook.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { say } from '../../messages.ts'
import { listIssues } from '../../store/issues.ts'
import { listParties } from '../../store/parties.ts'
import { listTags } from '../../store/tags.ts'
import type { ReadDb } from '../../store/types.ts'
import type { FilterNames, OwnField, Statement } from './data.ts'
import { dateText } from './words.ts'

/** The codebook, and its names by id. */
export interface Names {
  readonly parties: readonly Party[]
  readonly issues: readonly Issue[]
  readonly tags: readonly Tag[]
  readonly partyNames: ReadonlyMap<number, string>
  readonly issuePaths: ReadonlyMap<number, readonly string[]>
  readonly tagNames: ReadonlyMap<number, string>
}

export function namesOf(db: ReadDb): Names {
  const [parties, issues, tags] = [listParties(db), listIssues(db), listTags(db)]
  return {
    parties,
    issues,
    tags,
    partyNames: new Map(parties.map((party) => [party.id, party.name])),
    issuePaths: new Map(issues.map((issue) => [issue.id, issue.path])),
    tagNames: new Map(tags.map((tag) => [tag.id, tag.name])),
  }
}

/** Statements in the order of their codings, numbered from 1. */
export function statementsOf(
  codings: readonly { coding: Annotation; article: Pick<Article, 'published'> }[],
  { tags, partyNames, issuePaths }: Names,
): Statement[] {
  const tagsById = new Map(tags.map((tag) => [tag.id, tag]))
  return codings.flatMap(({ coding, article }, index): Statement[] => {
    const tag = tagsById.get(coding.tagId)
    if (!tag) return [] // the database refuses an annotation without a tag
    return [
      {
        number: index + 1,
        coding,
        tag,
        speaker: nameOf(partyNames, coding.speakerId),
        onBehalfOf: nameOf(partyNames, coding.onBehalfOfId),
        targets: present(coding.targetIds, partyNames),
        issues: present(coding.issueIds, issuePaths),
        fields: ownFields(coding, tag, partyNames),
        date: coding.stated ?? article.published,
      },
    ]
  })
}

export function filterNames(filter: Filter, { partyNames, issuePaths, tagNames }: Names): FilterNames {
  return {
    ...(filter.from !== undefined && { from: filter.from }),
    ...(filter.to !== undefined && { to: filter.to }),
    tags: present(filter.tags ?? [], tagNames),
    parties: present(filter.parties ?? [], partyNames),
    issues: present(filter.issues ?? [], issuePaths),
    outlets: filter.outlets ?? [],
    articles: new Set(filter.articles).size,
    importantOnly: filter.importantOnly ?? false,
    storyOnce: filter.storyOnce ?? false,
  }
}

/** What an annotation says in the fields that its tag has; values left from another tag are no statement of this one. */
function ownFields(coding: Annotation, tag: Tag, partyNames: ReadonlyMap<number, string>): OwnField[] {
  return tag.fields.flatMap((field) => {
    const value = coding.fields[field.id]
    if (value === undefined) return []
    const text =
      typeof value === 'boolean'
        ? say(value ? 'report.yes' : 'report.no')
        : field.type === 'party'
          ? nameOf(partyNames, Number(value))
          : String(value)
    return text === null ? [] : [{ name: field.name, text: field.type === 'date' ? dateText(text, 'short') : text }]
  })
}

const nameOf = (found: ReadonlyMap<number, string>, id: number | null): string | null => (id === null ? null : (found.get(id) ?? null))

function present<T>(ids: readonly number[], found: ReadonlyMap<number, T>): T[] {
  return ids.flatMap((id) => {
    const value = found.get(id)
    return value === undefined ? [] : [value]
  })
}
