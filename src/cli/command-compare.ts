/** `compare`: the matrix of issues and parties, as a table either way round or as the contract gives it. */
import { partyLevelSchema, type MatrixCell } from '../shared/domain/compare.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { withLibrary } from './library.ts'
import { codebookNames, line } from './table.ts'
import { say } from './words.ts'

export const compareCommand: CommandSpec = {
  name: 'compare',
  usage: `compare --library FILE [--rows issue|party] [--cols party|issue] [--level speaker|organisation|side] ${FILTER_USAGE}`,
  options: { rows: { type: 'string' }, cols: { type: 'string' }, level: { type: 'string' }, ...FILTER_OPTIONS },
  example: 'parley compare --rows issue --cols party --library talks.parley --json',
  run: ({ options, json, out }) => {
    const isTurned = turned(options.rows, options.cols)
    const level = readLevel(options.level)
    return withLibrary(options, async ({ client }) => {
      const matrix = await client.call('compare.matrix', { level, filter: await readFilter(client, options) })
      if (json) return out.json(matrix)
      const names = await codebookNames(client)
      const issues = matrix.rows.map(({ issueId }) => ({
        key: String(issueId),
        name: issueId === null ? say('compare.noIssue') : (names.issues.get(issueId) ?? ''),
      }))
      const parties = matrix.columns.map(({ partyId }) => ({ key: String(partyId), name: names.parties.get(partyId) ?? '' }))
      const cells = new Map(matrix.cells.map((cell) => [`${cell.issueId}:${cell.partyId}`, cell]))
      const [rows, columns] = isTurned ? [parties, issues] : [issues, parties]
      out.text(line(['', ...columns.map(({ name }) => name)]))
      for (const row of rows) {
        const found = columns.map((column) => cells.get(isTurned ? `${column.key}:${row.key}` : `${row.key}:${column.key}`))
        out.text(line([row.name, ...found.map((cell) => (cell ? inWords(cell) : '·'))]))
      }
    })
  },
}

/** Whether parties are the rows. One of the two may be left out. Throws UsageError. */
function turned(rows: unknown, cols: unknown): boolean {
  const of = (option: unknown, other: unknown, usual: 'issue' | 'party') =>
    option ?? (other === undefined ? usual : other === 'issue' ? 'party' : 'issue')
  const [down, across] = [of(rows, cols, 'issue'), of(cols, rows, 'party')]
  if (down === 'issue' && across === 'party') return false
  if (down === 'party' && across === 'issue') return true
  throw new UsageError(say('cli.compare.badRows'))
}

/** --level; the side where it is not said. Throws UsageError. */
export function readLevel(option: unknown) {
  const level = partyLevelSchema.safeParse(option ?? 'side')
  if (!level.success) throw new UsageError(say('cli.compare.badLevel'))
  return level.data
}

/** "3 opposes hardened*": statements, stance, how it moved; the star says that the analyst reads it so. */
const inWords = ({ statements, stance, trend, override }: MatrixCell): string =>
  [statements, stance ?? [], trend === null || trend.kind === 'new' || trend.kind === 'repeated' ? [] : trend.kind].flat().join(' ') +
  (override === null ? '' : '*')
