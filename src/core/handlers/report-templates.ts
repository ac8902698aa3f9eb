/** Handlers of `reports.*` about what is kept of reports: templates, how they look, and those that were made. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { removeReportRun, reportRunById, reportRunInput } from '../store/report-runs.ts'
import {
  insertTemplate,
  listTemplates,
  removeTemplate,
  reportLook,
  setReportLook,
  templateById,
  updateTemplate,
} from '../store/report-templates.ts'

export const reportTemplateQueries = {
  'reports.run': ({ db }, { id }) => ({ run: reportRunById(db, id).run, input: reportRunInput(db, id) }),
  'reports.templates': ({ db }) => listTemplates(db),
  'reports.look': ({ db }) => reportLook(db),
} satisfies Partial<QueryHandlers>

export const reportTemplateMutations = {
  'reports.removeRun': (db, { id }, { label }) => {
    label.subject = reportRunById(db, id).run.title
    removeReportRun(db, id)
    return { done: true as const }
  },
  'reports.saveTemplate': (db, input, { uid, label }) => {
    label.subject = input.name
    return templateById(db, insertTemplate(db, input, uid))
  },
  'reports.updateTemplate': (db, { id, patch }, { label }) => {
    updateTemplate(db, id, patch)
    const template = templateById(db, id)
    label.subject = template.name
    return template
  },
  'reports.removeTemplate': (db, { id }, { label }) => {
    label.subject = templateById(db, id).name
    removeTemplate(db, id)
    return { done: true as const }
  },
  'reports.setLook': (db, { patch }) => {
    setReportLook(db, patch)
    return reportLook(db)
  },
} satisfies Partial<MutationHandlers>
