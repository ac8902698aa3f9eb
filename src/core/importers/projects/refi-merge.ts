/**
 * A project of ours that another program has changed since. What that program left as it was written comes in whole, with all that only
 * Parley knows of it; what it added, moved, recoded or took away is as that program says. Which is which is found by writing the project
 * once more and comparing: so every change is counted, and nothing is taken for unchanged that is not.
 */
import { qdeOf } from '../../exporters/refi/qde.ts'
import type { ForeignProject, ProjectAnnotation, ProjectArticle } from '../project.ts'
import type { ImportLoss } from '../types.ts'
import { isProblem, type Archive } from '../zip/open-archive.ts'
import type { WholeProject } from './project-json.ts'
import { readQde } from './qde.ts'
import { mergedCodes } from './refi-merge-codes.ts'
import { coded } from './refi-groups.ts'
import { refiProject } from './refi-project.ts'

export interface Merged {
  readonly project: ForeignProject
  /** How many articles, annotations and codes are not as they were written. */
  readonly changed: number
  /** What the other program has put there that has no place here. */
  readonly lost: readonly ImportLoss[]
}

interface Read {
  readonly project: ForeignProject
  readonly lost: readonly ImportLoss[]
}

/** null where nothing of the project is left in what the other program wrote. `left`: articles of it that are not in `own`, as their texts are others now. */
export async function mergeRefi(own: WholeProject, there: Read, left: readonly string[]): Promise<Merged | null> {
  const asWritten = await expected(own)
  const before = keyedByUid(asWritten.project)
  const now = keyedByUid(there.project)
  const known = new Map(own.articles.map((article) => [article.key, article]))
  if (!now.articles.some(({ key }) => known.has(key))) return null
  let changed = left.length
  const count = (is: boolean): boolean => {
    if (is) changed += 1
    return is
  }
  const written = new Map(before.articles.map((article) => [article.key, article]))
  const articles = now.articles.map((article): ProjectArticle => {
    const [mine, old] = [known.get(article.key), written.get(article.key)]
    if (!mine || !old) {
      count(!left.includes(article.key))
      return article
    }
    const title = count(old.title !== article.title) ? article.title : mine.title
    const note = count(old.note !== article.note) ? changedNote(mine.note, old.note, article.note) : mine.note
    return { ...mine, title, note }
  })
  const present = new Set(articles.map(({ key }) => key))
  for (const { key } of own.articles) count(!present.has(key))
  const codes = mergedCodes(own, before, now)
  changed += codes.changed
  const mine = new Map(own.annotations.map((annotation) => [annotation.key, annotation]))
  const old = new Map(before.annotations.map((annotation) => [annotation.uid, annotation]))
  const found = new Set<string | null>()
  const annotations = now.annotations.flatMap((annotation): ProjectAnnotation[] => {
    const [whole, then] = [mine.get(annotation.uid ?? ''), old.get(annotation.uid)]
    found.add(annotation.uid)
    if (whole && then && isSame(then, annotation)) return [whole]
    changed += 1
    if (!whole || !then) return coded(annotation, codes.partOf)
    const { article, start, end, coder } = annotation
    const note = then.note === annotation.note ? whole.note : changedNote(whole.note, then.note, annotation.note)
    return coded({ ...whole, article, start, end, coder, note, codes: annotation.codes }, codes.partOf, whole.tag)
  })
  // Those that stand in no present text were never written there.
  const unseen = own.annotations.filter(({ key, article }) => !old.has(key) && !found.has(key) && present.has(article))
  changed += [...old.keys()].filter((uid) => !found.has(uid)).length
  const { tags, issues } = codes
  return {
    project: { ...own, articles, annotations: [...annotations, ...unseen], tags, issues, codes: codes.others },
    changed,
    lost: more(there.lost, asWritten.lost),
  }
}

/** What another program reads of the project where it has changed nothing. */
async function expected(own: WholeProject): Promise<Read> {
  const encoder = new TextEncoder()
  const files = new Map(own.articles.map(({ key, text }) => [`sources/${key}.txt`, encoder.encode(text)]))
  const archive: Archive = {
    names: [...files.keys()],
    has: (name) => files.has(name),
    size: (name) => files.get(name)?.length ?? null,
    read: (name) => Promise.resolve(files.get(name) ?? { code: 'damaged', details: {} }),
  }
  const qde = readQde(encoder.encode(qdeOf(own)))
  if (isProblem(qde)) return { project: { ...own, articles: [], annotations: [] }, lost: [] }
  return refiProject(qde, archive, own.name)
}

/** What is lost beyond what is lost of ours as it was written; of what is lost of both, only how much more. */
const more = (now: readonly ImportLoss[], before: readonly ImportLoss[]): ImportLoss[] =>
  now.flatMap((loss) => {
    const known = before.find(({ code }) => code === loss.code)?.count ?? 0
    return known === 0 ? [loss] : loss.count > known ? [{ code: loss.code, count: loss.count - known }] : []
  })

/** Articles are told apart by their uids, whatever place they have in a file. */
function keyedByUid(project: ForeignProject): ForeignProject {
  const uids = new Map(project.articles.map(({ key, uid }) => [key, uid ?? key]))
  const of = (key: string): string => uids.get(key) ?? key
  return {
    ...project,
    articles: project.articles.map((article) => ({ ...article, key: of(article.key) })),
    annotations: project.annotations.map((annotation) => ({ ...annotation, article: of(annotation.article) })),
  }
}

const isSame = (one: ProjectAnnotation, other: ProjectAnnotation): boolean =>
  one.article === other.article &&
  one.start === other.start &&
  one.end === other.end &&
  one.note === other.note &&
  one.coder === other.coder &&
  [...(one.codes ?? [])].toSorted(byCode).join() === [...(other.codes ?? [])].toSorted(byCode).join()

const byCode = (one: string, other: string): number => (one < other ? -1 : 1)

/** The note without what was written before it for other programs. */
function changedNote(mine: string | null | undefined, old: string | null | undefined, now: string | null | undefined): string | null {
  const own = mine?.trim() ?? ''
  const written = old ?? ''
  const head = own !== '' && written.endsWith(own) ? written.slice(0, written.length - own.length) : written === '' ? '' : `${written}\n\n`
  const note = now ?? ''
  return (note.startsWith(head) ? note.slice(head.length) : head.startsWith(note) ? '' : note).trim() || null
}
