/**
 * The library as a W3C annotation collection in JSON-LD: one page with all annotations for any program, and beside them, in words of our
 * own that others pass over, the texts and all else that there is, so that another library can be made of the file without any loss.
 */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import { codePointOffsets, type CodePointOffsets } from '../../../shared/text/offsets.ts'
import { madeUid } from '../../importers/projects/uids.ts'
import { itemsHash } from '../../importers/web-annotation/own.ts'
import { CONTEXT, urnOf } from '../../importers/web-annotation/vocabulary.ts'
import { libraryUid } from '../../store/counts.ts'
import type { ReadDb } from '../../store/types.ts'
import { projectOfLibrary, projectToJson, type LibraryProject } from '../interchange/project-json.ts'
import type { ExportChoice, Exporter } from '../interchange/types.ts'
import { webAnnotation, type WebAnnotation } from './annotation.ts'
import { namesOf } from './names.ts'
import { sourceOf } from './sources.ts'

/** Annotations written between two looks at whether to go on. */
const AT_ONCE = 200

export const exporter: Exporter = {
  write: async (db, choice, { libraryName, pause }) => {
    const found = projectOfLibrary(db, choice, libraryName)
    await pause(0.2)
    const items = await itemsOf(db, choice, found, (share) => pause(0.2 + share * 0.6))
    const { project } = found
    const collection = urnOf(madeUid('web-annotation', libraryUid(db), JSON.stringify(choice)))
    const page = urnOf(madeUid('web-annotation-page', collection, 0))
    const document = {
      '@context': CONTEXT,
      id: collection,
      type: 'AnnotationCollection',
      ...(libraryName !== '' && { label: libraryName }),
      generator: { type: 'Software', name: 'Parley' },
      total: items.length,
      ...(items.length > 0 && { first: { id: page, type: 'AnnotationPage', partOf: collection, startIndex: 0, items }, last: page }),
      'parley:checksum': itemsHash(items),
      'parley:sources': project.articles.map((article) => ({ ...sourceOf(article), value: article.text })),
      'parley:project': projectToJson(project, { textsElsewhere: true }),
    }
    await pause(0.9)
    return { bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 1)}\n`), lost: lossesOf(found) }
  },
  losses: (db, choice) => lossesOf(projectOfLibrary(db, choice)),
}

async function itemsOf(
  db: ReadDb,
  { quotesOnly }: ExportChoice,
  { project, annotations }: LibraryProject,
  pause: (share: number) => Promise<void>,
): Promise<WebAnnotation[]> {
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
  const items: WebAnnotation[] = []
  for (const [index, annotation] of project.annotations.entries()) {
    if (index % AT_ONCE === 0) await pause(index / project.annotations.length)
    const article = articles.get(annotation.article)
    const item = article ? webAnnotation(annotation, article, written) : null
    if (item) items.push(item)
  }
  return items
}

/** Annotations come by article: the offsets of the text before serve for most. */
function lastOffsets(): (text: string) => CodePointOffsets {
  let last: { text: string; offsets: CodePointOffsets } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, offsets: codePointOffsets(text) }
    return last.offsets
  }
}

/** What goes out for us alone is told too: whoever opens the file elsewhere does not see it. */
function lossesOf({ project: { library }, lost }: LibraryProject): ExportLoss[] {
  const own = library.threads.length + library.events.length + library.summaries.length + library.readings.length
  return [...lost, ...(own > 0 ? [{ code: 'jsonld-own', count: own }] : [])]
}
