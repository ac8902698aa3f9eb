/**
 * The project of a library, and its one canonical form as JSON: what formats of other tools carry along so that nothing is lost between
 * two libraries. Read again by importers/projects/project-json.ts. The same library and choice give the same text.
 */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import type { ForeignProject, ProjectArticle, ProjectOriginal } from '../../importers/project.ts'
import type { WholeProject } from '../../importers/projects/project-json.ts'
import { projectOfRows } from '../../importers/projects/parley.ts'
import { PROJECT_JSON_FORMAT, PROJECT_JSON_VERSION, presentHash } from '../../importers/projects/project-json-schema.ts'
import { kept } from '../../importers/projects/losses.ts'
import type { LibraryRows } from '../../store/foreign/parley.ts'
import { filesWithin } from '../../store/share-extent.ts'
import type { ReadDb } from '../../store/types.ts'
import { coderNumbers } from '../sheets/library/names.ts'
import { keyedByUid } from './project-json-keys.ts'
import { leftByChoice } from './project-json-left.ts'
import { quotesOnly, withoutCoders, withoutEarlier, withoutHeldFields, withoutNotes, withoutPlaces } from './project-json-redact.ts'
import { chosenRows } from './project-json-rows.ts'
import { keysSorted } from './project-json-sorted.ts'
import type { ExportChoice } from './types.ts'

export interface LibraryProject {
  /** Keys are uids. Annotations in the order of their articles and places; their offsets are into the texts of the project. */
  readonly project: WholeProject
  /** Ids in the library of its articles and annotations, by uid. */
  readonly articles: ReadonlyMap<string, number>
  readonly annotations: ReadonlyMap<string, number>
  /** What not even the project holds, because it stays in every library, or was chosen to stay. */
  readonly lost: readonly ExportLoss[]
}

/** What goes out of a library, with its filter and redaction. Reads all of it at once; the bytes of files only where they are chosen. */
export function projectOfLibrary(db: ReadDb, choice: ExportChoice, name = ''): LibraryProject {
  const { chosen, shown, present } = rowsOf(db, choice)
  const { files, whole } = filesOf(db, present)
  const alone = present.revision.map((row) => (whole.has(Number(row.original_id)) ? row : { ...row, original_id: null }))
  let rows: LibraryRows = { ...present, revision: alone }
  if (!choice.coders) rows = withoutCoders(rows, coderNumbers(db))
  if (!choice.notes) rows = withoutNotes(rows)
  if (choice.quotesOnly) rows = quotesOnly(rows)
  const none = { article: [], annotation: [], tag: [], issue: [], party: [], thread: [], collection: [], story: [] }
  const { project, dropped } = projectOfRows(rows, none, name)
  const idOf = (list: readonly { uid: unknown; id: unknown }[]) => new Map(list.map(({ uid, id }) => [String(uid), Number(id)]))
  return {
    project: inPlace(keyedByUid(choice.quotesOnly ? asExcerpts(project) : project)),
    articles: idOf(rows.article),
    annotations: idOf(rows.annotation),
    lost: kept([
      { code: 'project-rows', count: dropped },
      { code: 'project-held-fields', count: chosen.annotation_field.length - shown.annotation_field.length },
      { code: 'project-earlier-texts', count: chosen.revision.length - present.revision.length },
      { code: 'project-places', count: present.article.filter(({ details }, index) => details !== shown.article[index]?.details).length },
      ...leftByChoice(db, choice, present),
      choice.originals && !choice.quotesOnly
        ? { code: 'project-files-shared', count: files.size - whole.size }
        : { code: 'project-files', count: files.size },
      { code: 'project-articles-without-quotes', count: chosen.article.length - rows.article.length },
      { code: 'project-excerpts', count: choice.quotesOnly ? rows.article.length : 0 },
      { code: 'project-examples', count: db.value<number>('SELECT count(*) FROM codebook_example') },
      { code: 'project-views', count: db.value<number>('SELECT count(*) FROM saved_view') },
    ]),
  }
}

function rowsOf(db: ReadDb, choice: ExportChoice): { chosen: LibraryRows; shown: LibraryRows; present: LibraryRows } {
  const chosen = chosenRows(db, choice)
  const shown = withoutHeldFields(chosen)
  return { chosen, shown, present: withoutPlaces(choice.history ? shown : withoutEarlier(shown)) }
}

/** The files that texts came from, and of these the ones that hold nothing else. */
function filesOf(db: ReadDb, { article, revision }: LibraryRows): { files: ReadonlySet<number>; whole: ReadonlySet<number> } {
  const files = new Set(revision.flatMap((row) => (row.original_id === null ? [] : [Number(row.original_id)])))
  const within = filesWithin(db, new Set(article.map(({ id }) => Number(id))))
  return { files, whole: new Set([...files].filter((id) => within.has(id))) }
}

/** How many files stay although files go out, because they hold what does not. Reads the bytes of none. */
export function filesLeft(db: ReadDb, choice: ExportChoice): number {
  const { files, whole } = filesOf(db, rowsOf(db, { ...choice, originals: false }).present)
  return files.size - whole.size
}

/** Their texts never take the place of whole ones. */
const asExcerpts = (project: WholeProject): WholeProject => ({
  ...project,
  articles: project.articles.map((article) => ({ ...article, isExcerpt: true })),
})

function inPlace(project: WholeProject): WholeProject {
  const place = new Map(project.articles.map(({ key }, index) => [key, index]))
  const annotations = project.annotations.toSorted(
    (one, other) =>
      (place.get(one.article) ?? 0) - (place.get(other.article) ?? 0) ||
      one.start - other.start ||
      other.end - one.end ||
      (one.key < other.key ? -1 : 1),
  )
  return { ...project, annotations }
}

/**
 * Canonical JSON: keys in one order, nothing undefined, one line. With `textsElsewhere` the present text of each article is not in it but
 * told by its length and hash: whoever reads it has to bring the texts.
 */
export function projectToJson(project: ForeignProject, { textsElsewhere = false } = {}): string {
  const files = new Files()
  const articles = project.articles.map((article) => articleToJson(article, files, textsElsewhere))
  return JSON.stringify(
    keysSorted({
      ...project,
      format: PROJECT_JSON_FORMAT,
      version: PROJECT_JSON_VERSION,
      articles,
      files: files.list.map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString('base64') })),
    }),
  )
}

/** The last of the revisions is the present text, and its file that of the article: each is told once. */
function articleToJson({ text, revisions = [], original, ...article }: ProjectArticle, files: Files, isElsewhere: boolean): object {
  return {
    ...article,
    text: isElsewhere ? undefined : text,
    textHash: isElsewhere ? presentHash(text) : undefined,
    textLength: isElsewhere ? text.length : undefined,
    file: files.place(original),
    revisions: revisions.map(({ original: file, text: earlier, ...revision }, index) => ({
      ...revision,
      file: files.place(file),
      ...(index < revisions.length - 1 && { text: earlier }),
    })),
  }
}

class Files {
  readonly list: ProjectOriginal[] = []
  /** Its place in the list; null for none. A file that several articles came from is there once. */
  place(file: ProjectOriginal | null | undefined): number | null {
    if (!file) return null
    const at = this.list.indexOf(file)
    return at >= 0 ? at : this.list.push(file) - 1
  }
}
