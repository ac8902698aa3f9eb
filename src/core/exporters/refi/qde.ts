/**
 * A project as the XML of REFI-QDA: what other programs can hold of it, in the order that the schema asks for. A pure function of the
 * project, so that it can be told later what another program has changed in it.
 */
import { codeElements } from '../../codebook/formats/qdc.ts'
import type { FileIssue, FileTag } from '../../codebook/file.ts'
import type { ProjectEntry } from '../../importers/project.ts'
import type { WholeProject } from '../../importers/projects/project-json.ts'
import { say } from '../../messages.ts'
import { partyCases, statementCases } from './cases.ts'
import { RefiContext } from './context.ts'
import { libraryNotes } from './library-notes.ts'
import { links, sets } from './sets.ts'
import { isSelection, notesOf, sourceFile, textSource } from './sources.ts'

const NAMESPACE = 'urn:QDA-XML:project:1.0'
/** How this program calls itself in its files. */
export const ORIGIN = 'Parley'

/** A note whose text is a file of the archive. */
export interface FileNote {
  readonly guid: string
  readonly name: string
  readonly about: string
}

/** `notes` stand behind those of the project. Yields after each article how much is done of all. */
export function* qdeSteps(project: WholeProject, notes: readonly FileNote[] = []): Generator<number, string> {
  const context = new RefiContext(project)
  const { xml, variables } = context
  const byArticle = Map.groupBy(project.annotations, ({ article }) => article)
  const sources: string[] = []
  const cases = partyCases(context)
  for (const [index, article] of project.articles.entries()) {
    const own = byArticle.get(article.key) ?? []
    sources.push(textSource(article, own, context))
    cases.push(...statementCases(article, own, context))
    yield index / project.articles.length
  }
  const files = notes.map(({ guid, name, about }) =>
    xml.element('Note', { guid, name, plainTextPath: `internal://${sourceFile(guid)}` }, [xml.leaf('Description', about)]),
  )
  const codes = codeElements(codebookOf(project), { tags: say('codebook.tags'), issues: say('codebook.issues') }, xml)
  const inside = [
    section(
      'Users',
      usersOf(project).map((name) => xml.element('User', { guid: context.user(name), name })),
    ),
    section('CodeBook', section('Codes', codes)),
    section('Variables', variables.definitions()),
    section('Cases', cases),
    section('Sources', sources),
    section('Notes', [...notesOf(context), ...libraryNotes(context), ...files]),
    section('Links', links(context)),
    section('Sets', sets(context)),
  ].flat()
  const root = xml.element('Project', { name: project.name, origin: ORIGIN, xmlns: NAMESPACE }, inside)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

/** The same at once. */
export function qdeOf(project: WholeProject, notes: readonly FileNote[] = []): string {
  const steps = qdeSteps(project, notes)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Nothing for an empty container: there must be none. */
const section = (name: string, inside: readonly string[]): string[] => (inside.length === 0 ? [] : [`<${name}>`, ...inside, `</${name}>`])

/** Names of all coders that something is by. */
function usersOf({ annotations, library }: WholeProject): string[] {
  const names = [...annotations.filter(isSelection), ...library.summaries, ...library.readings].flatMap(({ coder }) => coder || [])
  return [...new Set(names)].toSorted((one, other) => (one < other ? -1 : 1))
}

/** Tags and issues as rows of a codebook. */
export function codebookOf({ tags, issues }: Pick<WholeProject, 'tags' | 'issues'>): { tags: FileTag[]; issues: FileIssue[] } {
  return { tags: rowsOf(tags), issues: rowsOf(issues) }
}

function rowsOf<Row extends FileTag | FileIssue>(entries: readonly ProjectEntry<Row>[]): (Row & { path: string[] })[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return entries.map(({ key, definition, more }) => {
    const path: string[] = []
    const seen = new Set<string>()
    for (let at = byKey.get(key); at && !seen.has(at.key); at = byKey.get(at.parent ?? '')) {
      seen.add(at.key)
      path.unshift(at.name)
    }
    return { definition, ...more, path, uid: key } as Row & { path: string[] }
  })
}
