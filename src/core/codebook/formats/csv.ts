/**
 * Tags and issues as a table for colleagues: one row each, the place as a path. What the table has no column for (fields, shown
 * fields, examples, parties) stays behind; read back, it says nothing about it, so that nothing of it is lost here.
 */
import type { z } from 'zod'
import { hueSchema } from '../../../shared/domain/codebook.ts'
import type { CodebookProblem } from '../../../shared/domain/codebook-import.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { readCsv, writeCsv } from '../../exporters/csv.ts'
import { emptyFile, fileIssueSchema, fileTagSchema, MOST_ROWS, refused, type CodebookFile, type ReadCodebook } from '../file.ts'
import { nearestHue } from './colour.ts'

/** Headings in their order; words of the format, the same in every language. */
const COLUMNS = ['kind', 'path', 'key', 'colour', 'definition', 'use when', 'do not use when', 'retired', 'id'] as const
type Column = (typeof COLUMNS)[number]

const SEPARATOR = ' › '

export function writeCodebookCsv({ tags, issues }: CodebookFile): string {
  const row = (kind: string, { path, uid, hue, definition, useWhen, useNot, retired }: CodebookFile['issues'][number], key: string) => [
    kind,
    path.map(escapeLevel).join(SEPARATOR),
    key,
    hue ?? '',
    definition ?? '',
    useWhen ?? '',
    useNot ?? '',
    retired === true ? 'yes' : 'no',
    uid ?? '',
  ]
  return writeCsv([
    [...COLUMNS],
    ...tags.map((tag) => row('tag', tag, tag.letter ?? '')),
    ...issues.map((issue) => row('issue', issue, '')),
  ])
}

/** Only "kind" and "path" must be there. A row without kind is what `codesAs` says. */
export function readCodebookCsv(text: string, codesAs: 'tags' | 'issues'): ReadCodebook {
  const { rows, open } = readCsv(text, 2 * MOST_ROWS + 2)
  const [head = [], ...body] = rows
  const places = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]))
  if (!places.has('path')) return refused('not-a-codebook')
  if (body.length > 2 * MOST_ROWS) return refused('too-many', { part: 'tags', most: MOST_ROWS })
  const file = emptyFile('')
  const problems: CodebookProblem[] =
    open === null ? [] : [{ code: 'row', details: { part: 'csv', row: open, field: '', problem: 'a quote is never closed' } }]
  body.forEach((cells, index) => {
    // A column that is not there is not spoken of; an empty cell says that there is nothing.
    const cell = (column: Column): string | undefined => {
      const at = places.get(column)
      return at === undefined ? undefined : (cells[at] ?? '')
    }
    const part = partOf(cell('kind') ?? '', codesAs)
    const letter = cell('key')?.trim()
    const common = {
      path: parsePath(cell('path') ?? ''),
      uid: uidOf(cell('id')),
      hue: hueOf(cell('colour'), problems, index + 2),
      definition: cell('definition'),
      useWhen: cell('use when'),
      useNot: cell('do not use when'),
      retired: retiredOf(cell('retired')),
    }
    const note = (error: z.ZodError): void => {
      const [issue] = error.issues
      problems.push({
        code: 'row',
        details: { part, row: index + 2, field: issue?.path.join('.') ?? '', problem: issue?.message.slice(0, 200) ?? '' },
      })
    }
    if (part === 'tags') {
      const { data, error } = fileTagSchema.safeParse({ ...common, letter: letter === '' ? null : letter })
      if (data) file.tags.push(data)
      else note(error)
    } else {
      const { data, error } = fileIssueSchema.safeParse(common)
      if (data) file.issues.push(data)
      else note(error)
    }
  })
  return { file, problems }
}

function partOf(kind: string, codesAs: 'tags' | 'issues'): 'tags' | 'issues' {
  const word = kind.trim().toLowerCase()
  return word === 'tag' ? 'tags' : word === 'issue' ? 'issues' : codesAs
}

/** A separator inside a name is escaped, so that any name comes back as it was. */
const escapeLevel = (name: string): string => name.replaceAll(/[\\›]/g, '\\$&')

function parsePath(cell: string): string[] {
  const levels: string[] = []
  let level = ''
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\' && at + 1 < cell.length) level += cell[++at]
    else if (cell[at] === '›') {
      levels.push(level)
      level = ''
    } else level += cell[at]
  }
  return [...levels, level].map((name) => name.trim()).filter((name) => name !== '')
}

function uidOf(cell: string | undefined): string | null {
  const uid = uidSchema.safeParse((cell ?? '').trim().toLowerCase())
  return uid.success ? uid.data : null
}

/** A hue by its name, or any colour as #RRGGBB. */
function hueOf(cell: string | undefined, problems: CodebookProblem[], row: number): ReturnType<typeof nearestHue> | undefined {
  const word = cell?.trim().toLowerCase() ?? ''
  if (word === '') return undefined
  const hue = hueSchema.safeParse(word)
  const found = hue.success ? hue.data : nearestHue(word)
  if (found === null) problems.push({ code: 'colour', details: { name: `${row}`, colour: word.slice(0, 40) } })
  return found ?? undefined
}

const retiredOf = (cell: string | undefined): boolean | undefined =>
  cell === undefined || cell.trim() === '' ? undefined : /^(yes|true|1)$/i.test(cell.trim())
