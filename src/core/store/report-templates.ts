/** Templates of reports, by name, and how the library's reports look. Both are part of the history. */
import { reportLookSchema, type ReportLook } from '../../shared/domain/report.ts'
import { reportTemplateSchema, type ReportLookPatch, type ReportTemplate } from '../../shared/domain/report-template.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface Row {
  id: number
  name: string
  input: string
}

const ROWS = 'SELECT id, name, input FROM report_template'

/** By name. One that cannot be read, made by a later version, is left out. */
export const listTemplates = (db: ReadDb): ReportTemplate[] => db.all<Row>(`${ROWS} ORDER BY name COLLATE NOCASE, id`).flatMap(toTemplate)

/** Throws `not-found`. */
export function templateById(db: ReadDb, id: number): ReportTemplate {
  const [template] = db.all<Row>(`${ROWS} WHERE id = ?`, [id]).flatMap(toTemplate)
  if (!template) throw new ParleyError('not-found', { what: 'template', id })
  return template
}

function toTemplate({ input, ...row }: Row): ReportTemplate[] {
  const read = reportTemplateSchema.safeParse({ ...row, input: JSON.parse(input) as unknown })
  return read.success ? [read.data] : []
}

export const insertTemplate = (db: WriteDb, { name, input }: Omit<ReportTemplate, 'id'>, uid: () => string): number =>
  db.run('INSERT INTO report_template(uid, name, input) VALUES (?, ?, ?)', [uid(), name, JSON.stringify(input)]).lastId

/** Changes what is given. Throws `not-found`. */
export function updateTemplate(db: WriteDb, id: number, patch: Partial<Omit<ReportTemplate, 'id'>>): void {
  const { name, input } = { ...templateById(db, id), ...patch }
  db.run('UPDATE report_template SET name = ?, input = ? WHERE id = ?', [name, JSON.stringify(input), id])
}

/** Throws `not-found`. */
export function removeTemplate(db: WriteDb, id: number): void {
  templateById(db, id)
  db.run('DELETE FROM report_template WHERE id = ?', [id])
}

interface LookRow {
  house: string
  logo: string | null
  banner: string
  page_size: string
}

/** How the reports of the library look; as by default where nothing was said, or where it cannot be read. */
export function reportLook(db: ReadDb): ReportLook {
  const row = db.get<LookRow>('SELECT house, logo, banner, page_size FROM report_look WHERE id = 1')
  const logo = row?.logo ? (JSON.parse(row.logo) as unknown) : null
  const read = reportLookSchema.safeParse(row ? { house: row.house, logo, banner: row.banner, pageSize: row.page_size } : {})
  return read.success ? read.data : reportLookSchema.parse({})
}

export function setReportLook(db: WriteDb, patch: ReportLookPatch): void {
  const { house, logo, banner, pageSize } = { ...reportLook(db), ...patch }
  const values = [house, logo && JSON.stringify(logo), banner, pageSize]
  const { changes } = db.run('UPDATE report_look SET house = ?, logo = ?, banner = ?, page_size = ? WHERE id = 1', values)
  if (changes === 0) db.run('INSERT INTO report_look(id, house, logo, banner, page_size) VALUES (1, ?, ?, ?, ?)', values)
}
