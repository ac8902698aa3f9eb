/** A project with uids for keys, so that it says the same of equal libraries and nothing of how many rows one has had. */
import type { FileTag } from '../../codebook/file.ts'
import type { ProjectAnnotation, ProjectEntry } from '../../importers/project.ts'
import type { WholeProject } from '../../importers/projects/project-json.ts'

/** Everything in a library has a uid: none of the keys is left. References to nothing become none. */
export function keyedByUid(project: WholeProject): WholeProject {
  const { library } = project
  const articles = keys(project.articles)
  const tags = keys(project.tags)
  const issues = keys(project.issues)
  const parties = keys(project.parties)
  const collections = keys(library.collections)
  const stories = keys(library.stories)
  const partyFields = partyFieldsOf(project.tags)
  const annotationOf = (annotation: ProjectAnnotation): ProjectAnnotation => ({
    ...annotation,
    article: articles(annotation.article) ?? '',
    tag: tags(annotation.tag),
    speaker: parties(annotation.speaker),
    onBehalfOf: parties(annotation.onBehalfOf),
    targets: (annotation.targets ?? []).flatMap((key) => parties(key) ?? []),
    issues: (annotation.issues ?? []).flatMap((key) => issues(key) ?? []),
    fields: Object.fromEntries(
      Object.entries(annotation.fields ?? {}).flatMap(([name, value]) => {
        const own = partyFields.get(annotation.tag ?? '')?.has(name) ? parties(String(value)) : value
        return own === null ? [] : [[name, own]]
      }),
    ),
  })
  return {
    ...project,
    articles: project.articles.map((article) => ({
      ...article,
      key: articles(article.key) ?? article.key,
      collections: (article.collections ?? []).flatMap((key) => collections(key) ?? []).toSorted(compare),
      story: stories(article.story),
    })),
    tags: project.tags.map((entry) => entryWith(entry, tags)),
    issues: project.issues.map((entry) => entryWith(entry, issues)),
    parties: project.parties.map((entry) => entryWith(entry, parties)),
    annotations: project.annotations.map(annotationOf),
    library: {
      ...library,
      threads: library.threads.map((thread) => ({
        ...thread,
        key: thread.uid,
        owner: parties(thread.owner),
        addressee: parties(thread.addressee),
        issue: issues(thread.issue),
        checks: thread.checks.map((check) => ({ ...check, by: parties(check.by) })),
      })),
      collections: library.collections.map((one) => ({ ...one, key: one.uid, parent: collections(one.parent) })),
      stories: library.stories.map(({ uid }) => ({ key: uid, uid })),
      apart: pairs(library.apart, articles),
      threadsApart: pairs(library.threadsApart, (uid) => uid ?? null),
      summaries: library.summaries.map((cell) => ({ ...cell, issue: issues(cell.issue), party: parties(cell.party) ?? '' })),
      readings: library.readings.map((cell) => ({ ...cell, issue: issues(cell.issue), party: parties(cell.party) ?? '' })),
    },
  }
}

type KeyOf = (key: string | null | undefined) => string | null

function keys(list: readonly { readonly key: string; readonly uid: string | null }[]): KeyOf {
  const uids = new Map(list.map(({ key, uid }) => [key, uid ?? key]))
  return (key) => (key === null || key === undefined ? null : (uids.get(key) ?? null))
}

const entryWith = <Row>(entry: ProjectEntry<Row>, keyOf: KeyOf): ProjectEntry<Row> => ({
  ...entry,
  key: keyOf(entry.key) ?? entry.key,
  parent: keyOf(entry.parent),
})

/** Names of the fields that hold a party, by the key of the tag. */
function partyFieldsOf(tags: readonly ProjectEntry<FileTag>[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    tags.map(({ key, more }) => [key, new Set((more?.fields ?? []).filter(({ type }) => type === 'party').map(({ name }) => name))]),
  )
}

/** Pairs that mean the same either way round, in one order. */
const pairs = (list: readonly (readonly [string, string])[], keyOf: KeyOf): [string, string][] =>
  list
    .flatMap(([one, other]): [string, string][] => {
      const [first, second] = [keyOf(one), keyOf(other)]
      if (first === null || second === null) return []
      return [first < second ? [first, second] : [second, first]]
    })
    .toSorted(([a, b], [c, d]) => compare(a, c) || compare(b, d))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
