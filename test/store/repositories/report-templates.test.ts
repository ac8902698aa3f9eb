/** What is kept of reports: templates by name, how they look, and those that were made; all but the making is undone like everything else. */
import { expect, test } from 'vitest'
import { reportInputSchema, type ReportInput } from '../../../src/shared/domain/report.ts'
import { templateInputSchema } from '../../../src/shared/domain/report-template.ts'
import { insertReportRun, listReportRuns, removeReportRun, reportRunById, reportRunInput } from '../../../src/core/store/report-runs.ts'
import {
  insertTemplate,
  listTemplates,
  removeTemplate,
  reportLook,
  setReportLook,
  templateById,
  updateTemplate,
} from '../../../src/core/store/report-templates.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, refusal, step, uid } from './library.ts'

const briefing = templateInputSchema.parse({
  kind: 'briefing',
  format: 'pdf',
  blocks: [
    { kind: 'text', text: 'سلام — 停火', quotes: [1] },
    { kind: 'chart', chart: 'months' },
  ],
})
const ledger = templateInputSchema.parse({ kind: 'ledger', filter: { parties: [1] } })
const logo = { mediaType: 'image/png' as const, base64: 'iVBORw0KGgo=' }

test('a template keeps what is asked for, stands by name, and goes and comes back', () => {
  const library = codedLibrary()
  const id = step(library, (db) => insertTemplate(db, { name: 'Weekly', input: briefing }, uid))
  step(library, (db) => insertTemplate(db, { name: 'all threads', input: ledger }, uid))
  expect(templateById(library.read, id)).toEqual({ id, name: 'Weekly', input: briefing })
  expect(listTemplates(library.read).map(({ name }) => name)).toEqual(['all threads', 'Weekly'])

  const before = dump(library.read)
  step(library, (db) => removeTemplate(db, id))
  expect(listTemplates(library.read).map(({ name }) => name)).toEqual(['all threads'])
  library.undo()
  expect(dump(library.read)).toEqual(before)
  step(library, (db) => updateTemplate(db, id, { name: 'Every week' }))
  step(library, (db) => updateTemplate(db, id, { input: ledger }))
  expect(templateById(library.read, id)).toEqual({ id, name: 'Every week', input: ledger })
  for (const act of [removeTemplate, templateById])
    expect(refusal(() => step(library, (db) => act(db, 99)))).toMatchObject({ code: 'not-found' })
})

test('the look is by default until it is said; what is not named stays; undo takes it back', () => {
  const library = codedLibrary()
  expect(reportLook(library.read)).toEqual({ house: '', logo: null, banner: '', pageSize: 'a4' })
  step(library, (db) => setReportLook(db, { house: 'House of Talks', logo }))
  step(library, (db) => setReportLook(db, { banner: 'Restricted', pageSize: 'letter' }))
  expect(reportLook(library.read)).toEqual({ house: 'House of Talks', logo, banner: 'Restricted', pageSize: 'letter' })
  step(library, (db) => setReportLook(db, { logo: null }))
  expect(reportLook(library.read).logo).toBeNull()
  library.undo()
  expect(reportLook(library.read).logo).toEqual(logo)
  library.undo()
  library.undo()
  expect(reportLook(library.read)).toEqual({ house: '', logo: null, banner: '', pageSize: 'a4' })
})

function made(library: LibraryFile, title: string, now: number, input: ReportInput): number {
  step(library, (db) =>
    insertReportRun(
      db,
      { kind: input.kind, title, name: `${title}.html`, input: reportInputSchema.parse(input) },
      { uid, coderId: library.coderId(), now, seq: 1 },
    ),
  )
  return listReportRuns(library.read, 1)[0]?.id ?? 0
}

test('a run gives back what was asked for, and a logo of many is kept once', () => {
  const library = codedLibrary()
  const look = { house: 'House', logo }
  const first = made(library, 'First', 1_000, { kind: 'ledger', format: 'docx', look })
  const second = made(library, 'Second', 2_000, { kind: 'ledger', newSince: { runId: first }, look })
  expect(listReportRuns(library.read, 9)).toMatchObject([
    { id: second, title: 'Second', format: 'html', name: 'Second.html' },
    { id: first, title: 'First', format: 'docx', name: 'First.html' },
  ])
  expect(reportRunInput(library.read, second)).toEqual(reportInputSchema.parse({ kind: 'ledger', newSince: { runId: first }, look }))
  expect(library.read.all('SELECT hash FROM report_logo')).toHaveLength(1)
  expect(refusal(() => reportRunInput(library.read, 99))).toMatchObject({ code: 'not-found' })
})

test('a run taken off the list is known all the same, and undo puts it back', () => {
  const library = codedLibrary()
  const id = made(library, 'First', 1_000, { kind: 'ledger' })
  step(library, (db) => removeReportRun(db, id))
  expect(listReportRuns(library.read, 9)).toEqual([])
  expect(reportRunById(library.read, id).run.title).toBe('First')
  library.undo()
  expect(listReportRuns(library.read, 9)).toMatchObject([{ id }])
})
