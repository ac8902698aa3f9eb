/** Another library as a project: everything an analyst can have in one, by its uids. Values that no library can hold are left out and counted. */
import { ForeignRefused } from '../../store/foreign/open-foreign.ts'
import { readParleyLibrary, type LibraryData, type LibraryRows } from '../../store/foreign/parley.ts'
import type { ImportProblem } from '../../../shared/domain/import.ts'
import type { ForeignProject, ProjectLibrary } from '../project.ts'
import type { FileReader, ReadProject } from '../types.ts'
import { kept } from './losses.ts'
import { annotationsIn } from './parley-annotations.ts'
import { articlesIn } from './parley-articles.ts'
import { issuesIn, partiesIn, tagsIn } from './parley-codebook.ts'
import { comparisonIn } from './parley-comparison.ts'
import { collectionsIn, threadsIn } from './parley-threads.ts'
import { byId, Dropped, text } from './parley-values.ts'

export const read: FileReader = ({ name, bytes }) => {
  let data: LibraryData
  try {
    data = readParleyLibrary(bytes)
  } catch (error) {
    if (!(error instanceof ForeignRefused)) throw error
    return Promise.resolve({ kind: 'problem', format: 'parley', problem: problemOf(error.reason) })
  }
  return Promise.resolve(projectOf(data, name.replace(/\.[^.]*$/, '')))
}

/** A schema that Parley did not make may have been planted; what it is not said to be is damage. */
function problemOf(reason: string): ImportProblem {
  const code = reason.startsWith('schema-') ? 'unsafe' : 'damaged'
  return { code, details: { format: 'Parley', reason } }
}

function projectOf(data: LibraryData, name: string): ReadProject {
  const { project, dropped } = projectOfRows(data.rows, data.removed, name)
  return {
    kind: 'project',
    format: 'parley',
    mediaType: 'application/x-parley',
    project,
    lost: kept([
      { code: 'unfinished', count: data.unfinished ? 1 : 0 },
      { code: 'library-rows', count: dropped },
      { code: 'library-examples', count: data.examples },
      { code: 'library-views', count: data.views },
      { code: 'library-history', count: data.steps },
    ]),
  }
}

/** The rows of a library as a project; keys are ids there. `dropped`: rows and values that no library can hold, which are left out. */
export function projectOfRows(
  rows: LibraryRows,
  removed: LibraryData['removed'],
  name: string,
): { project: ForeignProject & { readonly library: ProjectLibrary }; dropped: number } {
  const dropped = new Dropped()
  const coders = new Map(rows.coder.map((row) => [row.id, text(row.name)]))
  const articles = articlesIn(rows, coders, dropped)
  const coded = byId(rows.annotation)
  const known = new Set(articles.map(({ key }) => key))
  const annotations = annotationsIn(rows, { coders, dropped, articles: known })
  const stories = rows.story.flatMap(({ id, uid }) => (typeof uid === 'string' ? [{ key: String(id), uid }] : []))
  const apart = rows.story_apart.map(({ article_id, other_id }): [string, string] => [String(article_id), String(other_id)])
  const project = {
    origin: 'Parley',
    name,
    articles,
    tags: tagsIn(rows, dropped),
    issues: issuesIn(rows),
    parties: partiesIn(rows),
    annotations,
    library: {
      threads: threadsIn(rows, coded, { coders, dropped }),
      collections: collectionsIn(rows),
      stories,
      apart,
      ...comparisonIn(rows, coded, { coders, dropped }),
      removed: {
        articles: removed.article,
        annotations: removed.annotation,
        tags: removed.tag,
        issues: removed.issue,
        parties: removed.party,
        threads: removed.thread,
        collections: removed.collection,
        stories: removed.story,
      },
    },
  }
  return { project, dropped: dropped.count }
}
