/** The report of an import as a file: CSV for a table program, or plain text to read and send. */
import type { ImportOutcome, ImportRun } from '../../shared/domain/import-report.ts'
import { lossValues } from '../../shared/domain/import-loss.ts'
import { writeCsv } from '../exporters/csv.ts'
import { say } from '../messages.ts'
import type { OutputBytes } from '../../shared/rpc/core-control.ts'

/** The report in the format asked for, in the words of the screen. */
export function importReport(run: ImportRun, lines: readonly ImportOutcome[], format: 'csv' | 'text'): OutputBytes {
  const name = `${say('import.report.file')} ${run.beganAt.slice(0, 10)}`
  const text = format === 'csv' ? asCsv(lines) : asText(run, lines)
  const end = format === 'csv' ? { name: `${name}.csv`, mediaType: 'text/csv' } : { name: `${name}.txt`, mediaType: 'text/plain' }
  return { ...end, bytes: new TextEncoder().encode(text) }
}

/** Columns of the table; their names are `import.report.column.<id>` in the locale. */
export const REPORT_COLUMNS = ['name', 'part', 'format', 'outcome', 'article', 'title', 'reason', 'lost'] as const

function asCsv(lines: readonly ImportOutcome[]): string {
  const rows = lines.map(({ name, part, format, outcome, articleId, title, problem, lost }) => [
    name,
    part === null ? '' : String(part),
    format === null ? '' : say(`import.format.${format}`),
    say(`import.outcome.${outcome}`),
    articleId === null ? '' : String(articleId),
    title ?? '',
    problem === null ? '' : reasonOf(name, problem),
    lost.map(lossText).join(' '),
  ])
  return writeCsv([REPORT_COLUMNS.map((column) => say(`import.report.column.${column}`)), ...rows])
}

function asText({ beganAt, counts, coder }: ImportRun, lines: readonly ImportOutcome[]): string {
  const head = [
    say('import.report.head', { began: beganAt.slice(0, 16).replace('T', ' '), coder }),
    say('import.report.counts', { ...counts }),
  ]
  const body = lines.map(({ name, part, outcome, title, problem, lost }) => {
    const file = part === null ? name : say('import.report.part', { name, part })
    const said = [say(`import.outcome.${outcome}`), title === null ? '' : `“${title}”`, problem === null ? '' : reasonOf(name, problem)]
    return [`${file}: ${said.filter((word) => word !== '').join(' – ')}`, ...lost.map((loss) => `    ${lossText(loss)}`)].join('\n')
  })
  return `${[...head, '', ...body].join('\n')}\n`
}

/** Why, in one sentence or two. */
function reasonOf(name: string, { code, details }: NonNullable<ImportOutcome['problem']>): string {
  const key = `import.problem.${code}`
  const special = `${key}.${details.reason}`
  const values = { name, format: null, ...details }
  const said = say(special, values)
  return said === special ? say(key, values) : said
}

const lossText = (loss: ImportOutcome['lost'][number]): string => say(`import.lost.${loss.code}`, lossValues(loss))
