/**
 * What other programs do not get of a library, in detail, as the standard asks. In a project Parley keeps all of it in a note of its own:
 * those losses are told apart from what is in the file for nobody.
 */
import { kept, namedLoss } from '../../importers/projects/losses.ts'
import type { ProjectArticle } from '../../importers/project.ts'
import type { ExportLoss } from '../../../shared/domain/export.ts'
import type { LibraryProject } from '../interchange/project-json.ts'
import { isSelection } from './sources.ts'
import { charactersLost } from './xml-text.ts'

export function projectLosses({ project, lost }: LibraryProject): ExportLoss[] {
  const { articles, annotations, tags, issues, library } = project
  const fields = tags.flatMap(({ name, more }) => (more?.fields ?? []).map((field) => `${name}: ${field.name}`))
  return kept([
    ...lost,
    { code: 'refi-not-in-text', count: annotations.filter((annotation) => !isSelection(annotation)).length },
    { code: 'refi-coding', count: annotations.filter(isSelection).length },
    { code: 'refi-threads', count: library.threads.length },
    { code: 'refi-checks', count: library.threads.reduce((sum, { checks }) => sum + checks.length, 0) },
    { code: 'refi-events', count: library.events.length },
    { code: 'refi-cells', count: library.summaries.length + library.readings.length },
    { code: 'refi-apart', count: library.apart.length + library.threadsApart.length },
    { code: 'refi-stories', count: library.stories.length },
    { code: 'refi-collections', count: library.collections.filter(({ parent }) => parent !== null).length },
    { code: 'refi-not-text', count: articles.reduce((sum, { notText = [] }) => sum + notText.length, 0) },
    { code: 'refi-pages', count: articles.filter(({ pages = [] }) => pages.length > 0).length },
    { code: 'refi-earlier-texts', count: articles.reduce((sum, { revisions = [] }) => sum + Math.max(0, revisions.length - 1), 0) },
    { code: 'refi-letters', count: tags.filter(({ more }) => more?.letter).length },
    { code: 'refi-shows', count: tags.filter(({ more }) => (more?.shows?.length ?? 0) > 0).length },
    namedLoss('refi-fields', fields),
    { code: 'refi-retired', count: [...tags, ...issues].filter(({ more }) => more?.retired).length },
    { code: 'refi-party-trees', count: project.parties.filter(({ parent }) => parent !== null).length },
    // Texts are files of their own, which hold any character.
    { code: 'refi-characters', count: charactersLost({ ...project, articles: articles.map(withoutTexts) }) },
  ])
}

const withoutTexts = ({ text: _text, revisions: _revisions, original: _original, ...article }: ProjectArticle): object => article
