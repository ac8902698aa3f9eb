/**
 * Puts the rows of a file in order before anything is compared: every row once, parents before what is beneath them, and a parent that
 * a path names but no row describes added. Tags and parties are told apart by their own name, issues by their whole path, as in a library.
 */
import type { CodebookPart, CodebookProblem } from '../../shared/domain/codebook-import.ts'
import { foldName } from '../../shared/text/fold.ts'
import { MOST_ROWS, PARTS, type CodebookFile, type FileRow, type ReadCodebook } from './file.ts'

/** What tells a row from the others of its part, and names it in decisions. */
export function rowKey(part: CodebookPart, path: readonly string[]): string {
  return part === 'issues' ? JSON.stringify(path.map(foldName)) : foldName(path.at(-1) ?? '')
}

/** Key of the row above; null at the top. */
export const parentKey = (part: CodebookPart, path: readonly string[]): string | null =>
  path.length < 2 ? null : rowKey(part, path.slice(0, -1))

/** The file in order, with problems for rows that are left out. */
export function normalise(read: CodebookFile, problems: readonly CodebookProblem[]): ReadCodebook {
  const found: CodebookProblem[] = [...problems]
  const file: CodebookFile = { ...read }
  for (const part of PARTS) {
    if (read[part].length > MOST_ROWS) return { file: null, problems: [{ code: 'too-many', details: { part, most: MOST_ROWS } }] }
    Object.assign(file, { [part]: inOrder(part, read[part], found) })
  }
  return { file, problems: found }
}

function inOrder(part: CodebookPart, rows: readonly FileRow[], problems: CodebookProblem[]): FileRow[] {
  const known = new Map<string, FileRow>()
  for (const row of rows) {
    const key = rowKey(part, row.path)
    if (known.has(key)) problems.push({ code: 'duplicate', details: { part, name: row.path.join(' › ') } })
    else known.set(key, row)
  }
  const ordered = new Map<string, FileRow>()
  const visiting = new Set<string>()
  const visit = (row: FileRow): void => {
    const key = rowKey(part, row.path)
    if (ordered.has(key) || visiting.has(key)) return
    visiting.add(key)
    const above = row.path.slice(0, -1)
    if (above.length > 0) visit(known.get(rowKey(part, above)) ?? { path: above })
    ordered.set(key, row)
  }
  for (const row of known.values()) visit(row)
  // Siblings as they came, each directly after what is above it.
  return [...ordered.values()]
}
