/** Statements with their names looked up, for every kind of report. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { Issue, Tag } from '../../../shared/domain/codebook.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { say } from '../../messages.ts'
import { listIssues } from '../../store/issues.ts'
import { listParties } from '../../store/parties.ts'
import { listTags } from '../../store/tags.ts'
import type { ReadDb } from '../../store/types.ts'
import type { TagSign } from '../document/model.ts'
import type { OwnField, Statement } from './data.ts'
import { dateText } from './words.ts'

/** The codebook, and its names by id. */
export interface Names {
  readonly parties: readonly Party[]
  readonly issues: readonly Issue[]
  readonly tags: readonly Tag[]
  readonly partyNames: ReadonlyMap<number, string>
  readonly issuePaths: ReadonlyMap<number, readonly string[]>
  readonly tagsById: ReadonlyMap<number, Tag>
}

export function namesOf(db: ReadDb): Names {
  const [parties, issues, tags] = [listParties(db), listIssues(db), listTags(db)]
  return {
    parties,
    issues,
    tags,
    partyNames: new Map(parties.map((party) => [party.id, party.name])),
    issuePaths: new Map(issues.map((issue) => [issue.id, issue.path])),
    tagsById: new Map(tags.map((tag) => [tag.id, tag])),
  }
}

/** A letter is one character, whatever a file may say. */
export const tagSign = ({ letter, hue, name }: Pick<Tag, 'letter' | 'hue' | 'name'>): TagSign => ({
  letter: letter === null || letter === '' ? '' : String.fromCodePoint(letter.codePointAt(0) ?? 0),
  hue,
  name,
})

/** Null for an annotation without a tag, which the database refuses. Its number and its home are given later. */
export function statementOf(
  coding: Annotation,
  article: Article,
  { tagsById, partyNames, issuePaths }: Names,
  isNew: boolean,
): Statement | null {
  const tag = tagsById.get(coding.tagId)
  if (!tag) return null
  return {
    cited: { number: 0, reference: '', tag: tagSign(tag), home: '' },
    coding,
    article,
    tag,
    speaker: nameOf(partyNames, coding.speakerId),
    onBehalfOf: nameOf(partyNames, coding.onBehalfOfId),
    targets: present(coding.targetIds, partyNames),
    issues: present(coding.issueIds, issuePaths),
    fields: ownFields(coding, tag, partyNames),
    date: coding.stated ?? article.published,
    isNew,
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

export const nameOf = (found: ReadonlyMap<number, string>, id: number | null): string | null =>
  id === null ? null : (found.get(id) ?? null)

/** What is found of some ids; ids of things that are gone are passed over. */
export function present<T>(ids: readonly number[], found: ReadonlyMap<number, T>): T[] {
  return ids.flatMap((id) => {
    const value = found.get(id)
    return value === undefined ? [] : [value]
  })
}
