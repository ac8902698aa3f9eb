/**
 * The library as a W3C annotation collection in JSON-LD: one page with all annotations for any program, and beside them, in words of our
 * own that others pass over, the texts and all else that there is, so that another library can be made of the file without any loss.
 */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import { codePointOffsets, type CodePointOffsets } from '../../../shared/text/offsets.ts'
import { madeUid } from '../../importers/projects/uids.ts'
import { ItemsHash } from '../../importers/web-annotation/own.ts'
import { CONTEXT, urnOf } from '../../importers/web-annotation/vocabulary.ts'
import { libraryUid } from '../../store/counts.ts'
import type { ReadDb } from '../../store/types.ts'
import { projectOfLibrary, projectToJson, type LibraryProject } from '../interchange/project-json.ts'
import type { ExportChoice, Exporter } from '../interchange/types.ts'
import { webAnnotation } from './annotation.ts'
import { namesOf } from './names.ts'
import { sourceOf } from './sources.ts'

/** Annotations written between two looks at whether to go on. */
const AT_ONCE = 200

export const exporter: Exporter = {
  write: async (db, choice, { libraryName, pause }) => {
    const found = projectOfLibrary(db, choice, libraryName)
    await pause(0.2)
    const { lines, checksum } = await itemsOf(db, choice, found, (share) => pause(0.2 + share * 0.6))
    const collection = urnOf(madeUid('web-annotation', libraryUid(db), JSON.stringify(choice)))
    const page = urnOf(madeUid('web-annotation-page', collection, 0))
    const about = {
      '@context': CONTEXT,
      id: collection,
      type: 'AnnotationCollection',
      ...(libraryName !== '' && { label: libraryName }),
      generator: { type: 'Software', name: 'Parley' },
      total: lines.length,
      ...(lines.length > 0 && { last: page }),
      'parley:checksum': checksum,
    }
    const sources = found.project.articles.map((article) => JSON.stringify({ ...sourceOf(article), value: article.text }))
    const members = [
      // A collection of nothing has no page.
      ...(lines.length > 0
        ? [`"first": ${withList({ id: page, type: 'AnnotationPage', partOf: collection, startIndex: 0 }, 'items', lines)}`]
        : []),
      `"parley:sources": ${listOf(sources)}`,
      `"parley:project": ${JSON.stringify(projectToJson(found.project, { textsElsewhere: true }))}`,
    ]
    await pause(0.9)
    return { bytes: new TextEncoder().encode(`${opened(about)},\n${members.join(',\n')}}\n`), lost: lossesOf(choice, found) }
  },
  losses: (db, choice) => lossesOf(choice, projectOfLibrary(db, choice)),
}

// One annotation a line: a large file stays small, and two of them can be compared line by line.
const listOf = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]`
const opened = (object: object): string => JSON.stringify(object).slice(0, -1)
const withList = (object: object, name: string, lines: readonly string[]): string => `${opened(object)},"${name}": ${listOf(lines)}}`

/** The annotations, each as JSON, and the hash by which a change of them is seen. */
async function itemsOf(
  db: ReadDb,
  { quotesOnly }: ExportChoice,
  { project, annotations }: LibraryProject,
  pause: (share: number) => Promise<void>,
): Promise<{ lines: readonly string[]; checksum: string }> {
  const articles = new Map(project.articles.map((article) => [article.key, article]))
  const rows = db.all<{ uid: string; at: number }>(
    'SELECT uid, changed_ms AS at FROM annotation WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify([...annotations.values()])],
  )
  const written = {
    names: namesOf(project),
    changedAt: new Map(rows.map(({ uid, at }) => [uid, at])),
    offsetsOf: lastOffsets(),
    quotesOnly,
  }
  const lines: string[] = []
  const hash = new ItemsHash()
  for (const [index, annotation] of project.annotations.entries()) {
    if (index % AT_ONCE === 0) await pause(index / project.annotations.length)
    const article = articles.get(annotation.article)
    const item = article ? webAnnotation(annotation, article, written) : null
    if (!item) continue
    lines.push(JSON.stringify(item))
    hash.add(item)
  }
  return { lines, checksum: hash.hex() }
}

/** Annotations come by article: the offsets of the text before serve for most. */
function lastOffsets(): (text: string) => CodePointOffsets {
  let last: { text: string; offsets: CodePointOffsets } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, offsets: codePointOffsets(text) }
    return last.offsets
  }
}

/** What goes out for us alone is told too: whoever opens the file elsewhere does not see it. And earlier texts that nobody asked for. */
function lossesOf({ history }: ExportChoice, { project: { articles, library }, lost }: LibraryProject): ExportLoss[] {
  const earlier = history ? 0 : articles.reduce((sum, { revisions = [] }) => sum + Math.max(0, revisions.length - 1), 0)
  const own = library.threads.length + library.events.length + library.summaries.length + library.readings.length
  return [
    ...lost,
    ...(own > 0 ? [{ code: 'jsonld-own', count: own }] : []),
    ...(earlier > 0 ? [{ code: 'jsonld-earlier-kept', count: earlier }] : []),
  ]
}
