/** REFI-QDA codebooks (.qdc) brought in like a project that has no texts. Codes of our own files are told apart by their groups. */
import { readCodebook } from '../../codebook/read.ts'
import { MOST_ROWS, type FileRow } from '../../codebook/file.ts'
import type { CodebookProblem } from '../../../shared/domain/codebook-import.ts'
import type { ProjectEntry } from '../project.ts'
import type { FileReader, ImportProblem } from '../types.ts'
import { kept, namedLoss } from './losses.ts'

export const read: FileReader = ({ name, bytes }) => {
  const asIssues = readCodebook(bytes, 'issues')
  // What stops one reading stops the other.
  const asTags = asIssues.file ? readCodebook(bytes, 'tags') : asIssues
  if (!asIssues.file || !asTags.file || asIssues.format !== 'qdc')
    return Promise.resolve({ kind: 'problem', format: 'qdc', problem: problemOf(asIssues.problems[0]?.code) })
  const { file, problems } = asIssues
  // What is an issue either way says so itself.
  const said = new Set(asTags.file.issues.map(({ path }) => keyOf(path)))
  const [issues, codes] = [
    file.issues.filter(({ path }) => said.has(keyOf(path))),
    file.issues.filter(({ path }) => !said.has(keyOf(path))),
  ]
  const names = (code: CodebookProblem['code']): string[] =>
    problems.filter((problem) => problem.code === code).map(({ details }) => String(details['name'] ?? details['place'] ?? ''))
  return Promise.resolve({
    kind: 'project',
    format: 'qdc',
    mediaType: 'application/xml',
    project: {
      origin: 'REFI-QDA',
      name: file.name || name.replace(/\.[^.]*$/, ''),
      articles: [],
      tags: file.tags.map(entryOf),
      issues: issues.map(entryOf),
      parties: [],
      codes: codes.map(entryOf),
      annotations: [],
    },
    lost: kept([
      namedLoss('codes-same-name', names('duplicate')),
      namedLoss('codes-without-name', names('name-missing')),
      namedLoss('colours', names('colour')),
      { code: 'code-sets', count: Number(problems.find(({ code }) => code === 'sets')?.details['count'] ?? 0) },
    ]),
  })
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path)

function entryOf<Row extends FileRow>({ path, uid, ...more }: Row): ProjectEntry<Row> {
  const parent = path.length > 1 ? keyOf(path.slice(0, -1)) : null
  return { key: keyOf(path), uid: uid ?? null, name: path.at(-1) ?? '', parent, more }
}

function problemOf(code: CodebookProblem['code'] | undefined): ImportProblem {
  switch (code) {
    case 'doctype':
    case 'too-deep':
      return { code: 'unsafe', details: { format: 'QDC', reason: code } }
    case 'too-many':
      return { code: 'too-many', details: { format: 'QDC', count: MOST_ROWS + 1, limit: MOST_ROWS } }
    case 'too-large':
      return { code: 'too-large', details: { format: 'QDC' } }
    default:
      return { code: 'damaged', details: { format: 'QDC', reason: code ?? 'xml' } }
  }
}
