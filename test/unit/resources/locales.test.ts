/**
 * The words of the interface and the code that uses them: nothing is asked for that is not there, nothing is there that nobody
 * asks for. Keys that are put together at run time are listed here by their beginning, with their endings where a schema knows them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../../resources/locales/en.json' with { type: 'json' }
import { FORMAT_IDS } from '../../../src/core/importers/format-ids.ts'
import { REPORT_COLUMNS } from '../../../src/core/jobs/import-report.ts'
import { CITATION_STYLES } from '../../../src/shared/citation/cite.ts'
import { BLOCK_KINDS } from '../../../src/renderer/features/reports/blocks.ts'
import { CHANGE_GROUPINGS, CHANGE_KINDS } from '../../../src/renderer/features/compare/changes-groups.ts'
import { FILTER_LISTS } from '../../../src/renderer/lib/parts/filter/filter-set.ts'
import { cellChangeKindSchema, threadChangeKindSchema } from '../../../src/shared/domain/changes.ts'
import { commands as cliCommands } from '../../../src/cli/commands.ts'
import { FILTER_OPTIONS } from '../../../src/cli/filter-options.ts'
import { COLUMNS } from '../../../src/renderer/features/articles/columns.tsx'
import { GROUPS } from '../../../src/renderer/features/inspector/fields.ts'
import { COMPLIANCE_COLUMNS } from '../../../src/renderer/features/ledger/compliance-columns.ts'
import { USES } from '../../../src/renderer/features/imports/column-uses.ts'
import { SHOWN } from '../../../src/renderer/features/imports/rows.ts'
import { QUICK_HINTS, QUICK_ROLES } from '../../../src/renderer/features/reader/quick-parse.ts'
import { PATTERN_PROBLEMS } from '../../../src/renderer/lib/find/find-types.ts'
import { LEDGER_COLUMNS, ledgerGroupSchema, ledgerViewSchema } from '../../../src/renderer/lib/ledger-place.ts'
import { READER_ACTIONS, READER_KEYS } from '../../../src/renderer/lib/reader-keys.ts'
import { annotationStatusSchema, attributionSchema, confidenceSchema, stanceSchema } from '../../../src/shared/domain/annotation.ts'
import { codingStatusSchema, directionSchema, reliabilitySchema } from '../../../src/shared/domain/article.ts'
import { articleCommonSchema, articleGroupSchema, facetSchema } from '../../../src/shared/domain/article-table.ts'
import { VISIONS } from '../../../src/renderer/lib/colour-vision.ts'
import { codingFieldSchema, hueSchema } from '../../../src/shared/domain/codebook.ts'
import { mergeConflictSchema, mergePreviewSchema, mergeTextSchema } from '../../../src/shared/domain/codebook-changes.ts'
import {
  codebookFormatSchema,
  codebookLossSchema,
  codebookPartSchema,
  codebookProblemSchema,
  importActionSchema,
  rowConflictSchema,
} from '../../../src/shared/domain/codebook-import.ts'
import { partyLevelSchema, trendKindSchema, verdictSchema, weaknessSchema } from '../../../src/shared/domain/compare.ts'
import { eventKindSchema } from '../../../src/shared/domain/event.ts'
import { importProblemSchema } from '../../../src/shared/domain/import.ts'
import { codesAsSchema, projectCountsSchema, projectKindSchema, projectTakeSchema } from '../../../src/shared/domain/import-project.ts'
import { importOutcomeSchema, importRunSchema } from '../../../src/shared/domain/import-report.ts'
import { jobKindSchema } from '../../../src/shared/domain/job.ts'
import { libraryStatusSchema } from '../../../src/shared/domain/library.ts'
import { partyKindSchema, partyRoleSchema, similarPartiesSchema } from '../../../src/shared/domain/party.ts'
import { networkBasisSchema, normalisationSchema } from '../../../src/shared/domain/network.ts'
import { notTextKindSchema } from '../../../src/shared/domain/not-text.ts'
import { checkResultSchema, statusRuleSchema, threadStatusSchema } from '../../../src/shared/domain/thread-status.ts'
import { memberRoleSchema, threadKindSchema, threadReasonSchema } from '../../../src/shared/domain/thread.ts'
import {
  chartKindSchema,
  pageSizeSchema,
  reportFormatSchema,
  reportIncludeSchema,
  reportKindSchema,
} from '../../../src/shared/domain/report.ts'
import { exportFormatSchema, exportOptionSchema } from '../../../src/shared/domain/export.ts'
import { fieldTypeSchema } from '../../../src/shared/domain/tag-field.ts'
import { reviewCandidateSchema, reviewReasonSchema } from '../../../src/shared/domain/revision.ts'
import { contract } from '../../../src/shared/rpc/contract.ts'
import { errorCodes } from '../../../src/shared/rpc/envelope.ts'
import { extentSchema, FACETS, searchOrderSchema } from '../../../src/shared/domain/search.ts'
import { FIELD_NAMES, SCOPES } from '../../../src/shared/search/fields.ts'
import { problemCodeSchema } from '../../../src/shared/search/types.ts'
import { menuCommandSchema } from '../../../src/shared/rpc/host-port.ts'

const root = resolve(import.meta.dirname, '../../..')
const messages: Readonly<Record<string, string>> = en

const stepKinds = [
  ...Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'mutation' ? [name] : [])),
  'articles.import',
  'articles.revise',
  'codebook.import',
  'history.undo',
  'history.redo',
  'history.revert',
  'imports.undoRun',
  'projects.import',
  'library.create',
  'sample.codebook',
  'sample.coding',
  'sample.events',
  'sample.examples',
  'sample.threads',
  'sample.summaries',
  'sample.readings',
]

const codebookParts = codebookPartSchema.options

/** Beginnings of keys that are put together, with all their endings. */
const families: Record<string, readonly (string | number)[]> = {
  'article.status.': codingStatusSchema.options,
  'articles.about.': COLUMNS,
  'articles.annotated.': ['yes', 'no'],
  'articles.bulkField.': Object.keys(articleCommonSchema.shape).filter((name) => !['articles', 'collections'].includes(name)),
  'articles.column.': COLUMNS,
  'articles.direction.': directionSchema.options,
  'articles.facet.': facetSchema.options,
  'articles.group.': ['none', ...articleGroupSchema.options],
  'articles.none.': facetSchema.options.filter((facet) => facet !== 'annotated'),
  'attribution.': attributionSchema.options,
  'attribution.about.': attributionSchema.options,
  'check.result.': checkResultSchema.options,
  'compliance.about.': COMPLIANCE_COLUMNS,
  'compliance.column.': COMPLIANCE_COLUMNS,
  'ledger.about.': LEDGER_COLUMNS,
  'ledger.because.': statusRuleSchema.exclude(['role', 'said', 'check']).options,
  'ledger.because.check.': checkResultSchema.options,
  'ledger.because.did.': memberRoleSchema.options,
  'ledger.column.': LEDGER_COLUMNS,
  'ledger.group.': ['none', ...ledgerGroupSchema.options],
  'ledger.kind.': ['all', ...threadKindSchema.options],
  'ledger.none.': ['owner', 'addressee', 'issue'],
  'ledger.view.': ledgerViewSchema.options,
  'thread.page.': ['criterion', 'criterion.threat', 'schedule', 'measure', 'standard', 'monitor', 'note'],
  'cell.column.': ['number', 'date', 'who', 'how', 'quote', 'translation', 'outlet', 'article'],
  'cell.order.': ['newest', 'oldest'],
  'citation.': CITATION_STYLES,
  'codebook.': [...codebookParts, 'definition', 'useWhen', 'useNot'],
  'codebook.action.': [...importActionSchema.options, 'new.take', 'new.leave'],
  'codebook.add.': codebookParts,
  'codebook.begin.': codebookParts,
  'codebook.choose.': codebookParts,
  'codebook.conflict.': mergeConflictSchema.shape.kind.options,
  'codebook.empty.': codebookParts,
  'codebook.form.': codebookParts,
  'codebook.format.': codebookFormatSchema.options.flatMap((format) => [format, `${format}.for`]),
  'codebook.lost.': codebookLossSchema.shape.what.options,
  'codebook.merge.annotations.': codebookParts,
  'codebook.merge.field.': mergePreviewSchema.shape.fields.element.shape.outcome.options,
  'codebook.move.': ['up', 'down', 'in', 'out'],
  'codebook.parent.': codebookParts,
  'codebook.part.': codebookParts,
  'codebook.problem.': codebookProblemSchema.shape.code.options,
  'codebook.remove.annotations.': codebookParts,
  'codebook.rowConflict.': rowConflictSchema.shape.kind.options,
  'codebook.see.': codebookParts,
  'codebook.sight.': VISIONS,
  'codebook.similar.': similarPartiesSchema.shape.reason.options,
  'codebook.text.': mergeTextSchema.options,
  'codebook.value.': [
    'name', 'letter', 'hue', 'definition', 'useWhen', 'useNot', 'retired', 'shows', 'fields', 'examples', 'place',
    'kind', 'role', 'note', 'aliases', 'affiliations',
  ], // prettier-ignore
  'codebook.treeKey.': ['open', 'rename', 'reorder', 'nest', 'remove'],
  'coding.': [...codingFieldSchema.options, 'passage', 'anchor', 'important', 'status', 'tag', 'translationLanguage'],
  'coding.anchor.': ['placed', 'gone'],
  'coding.intensity.': [1, 2, 3, 4, 5],
  'coding.status.': annotationStatusSchema.options,
  'command.': menuCommandSchema.options,
  'compare.level.': partyLevelSchema.options,
  'confidence.': confidenceSchema.options,
  'error.': errorCodes,
  'event.kind.': eventKindSchema.options,
  'find.problem.': PATTERN_PROBLEMS,
  'grading.credibility.': [1, 2, 3, 4, 5, 6],
  'grading.reliability.': reliabilitySchema.options,
  'hue.': hueSchema.options,
  'inspector.anchor.': ['review', 'gone', 'broken'],
  'import.format.': FORMAT_IDS,
  'import.ask.': ['needs-password', 'wrong-password', 'needs-columns', 'encoding'],
  'import.outcome.': importOutcomeSchema.shape.outcome.options,
  'import.report.column.': REPORT_COLUMNS,
  'import.problem.': importProblemSchema.shape.code.options,
  'import.shown.': SHOWN,
  'imports.count.': ['all', ...importOutcomeSchema.shape.outcome.options],
  'imports.state.': importRunSchema.shape.state.exclude(['done']).options,
  'columns.use.': USES,
  'project.codesAs.': codesAsSchema.options,
  'project.count.': Object.keys(projectCountsSchema.shape),
  'project.kind.': projectKindSchema.options,
  'project.take.': projectTakeSchema.options,
  'inspector.group.': GROUPS.map((group) => group.id),
  'job.': jobKindSchema.options,
  'keys.reader.': [...READER_KEYS, ...READER_ACTIONS].map((entry) => entry.id),
  'metadata.credibility.': ['none', 1, 2, 3, 4, 5, 6],
  'metadata.reliability.': ['none', ...reliabilitySchema.options],
  'notText.': notTextKindSchema.options,
  'network.basis.': networkBasisSchema.options.flatMap((basis) => [basis, `about.${basis}`]),
  'network.about.': normalisationSchema.options,
  'network.by.': normalisationSchema.options,
  'matrix.attribution.': attributionSchema.options,
  'matrix.column.': [
    'party',
    'stance',
    'trend',
    'trendDate',
    'intensity',
    'statements',
    'outlets',
    'weak',
    'reading',
    'quote',
    'date',
    'source',
  ],
  'matrix.fact.trend.': trendKindSchema.options,
  'matrix.rule.': trendKindSchema.options,
  'matrix.stance.': stanceSchema.options,
  'matrix.trend.': trendKindSchema.options,
  'matrix.trendChoice.': trendKindSchema.options,
  'matrix.weak.': weaknessSchema.options,
  'matrix.weakness.': weaknessSchema.options,
  'party.kind.': partyKindSchema.options,
  'party.role.': partyRoleSchema.options,
  'quick.hint.': QUICK_HINTS,
  'quick.role.': QUICK_ROLES,
  'reports.about.': reportKindSchema.options,
  'reports.block.': BLOCK_KINDS,
  'reports.block.about.': BLOCK_KINDS,
  'reports.chart.': chartKindSchema.options,
  'reports.format.': reportFormatSchema.options.flatMap((format) => [format, `${format}.for`]),
  'reports.include.': Object.keys(reportIncludeSchema.shape),
  'reports.kind.': reportKindSchema.options,
  'reports.lack.': ['party', 'blocks'],
  'reports.lackText.': ['party', 'blocks'],
  'reports.logoProblem.': ['kind', 'size', 'unreadable'],
  'reports.newSince.about.': ['none', 'day', 'run'],
  'reports.pageSize.': pageSizeSchema.options,
  'reports.section.': ['content', 'newSince', 'look'],
  'review.how.': reviewCandidateSchema.shape.how.options,
  'review.reason.': reviewReasonSchema.options,
  'review.sureness.': ['high', 'medium', 'low'],
  'revisions.paragraph.': ['changed', 'inserted', 'removed', 'moved'],
  'search.about.': ['outlet', 'author', 'url', 'note'],
  'search.code.extent.': extentSchema.options,
  'search.facet.': FACETS,
  'search.field.': FIELD_NAMES,
  'search.help.': ['words', 'phrase', 'prefix', 'or', 'not', 'near', 'tag', 'speaker', 'outlet', 'after', 'in', 'has'],
  'search.kind.': SCOPES,
  'search.order.': searchOrderSchema.options,
  'search.other.': ['unquoted', 'everywhere'],
  'search.problem.': problemCodeSchema.options,
  'side.verdict.': verdictSchema.options,
  'side.verdictAbout.': verdictSchema.options,
  'report.changes.nothing.': threadChangeKindSchema.options,
  'report.changes.why.': cellChangeKindSchema.options,
  'report.chart.unit.': ['week', 'month', 'quarter', 'year'],
  'report.dossier.kind.': partyKindSchema.options,
  'report.dossier.trend.': trendKindSchema.options,
  'report.ledger.role.': memberRoleSchema.options,
  'report.ledger.side.': ['owner', 'addressee', 'other'],
  'stance.': stanceSchema.options,
  'status.readOnly.': libraryStatusSchema.shape.readOnly.unwrap().options,
  'step.': stepKinds,
  'thread.kind.': threadKindSchema.options,
  'thread.reason.': threadReasonSchema.options,
  'thread.role.': memberRoleSchema.options,
  'thread.status.': threadStatusSchema.options,
  'tagField.type.': fieldTypeSchema.options,
  'timeline.column.': ['what', 'date', 'party', 'issue', 'tag', 'stance', 'strength', 'quote', 'source', 'from', 'to', 'count'],
  'timeline.legend.': ['important', 'published', 'size', 'wide'],
  'changes.column.': ['change', 'party', 'issue', 'then', 'thenQuote', 'thenSource', 'now', 'nowQuote', 'nowSource'],
  'changes.group.': CHANGE_GROUPINGS,
  'changes.head.': CHANGE_KINDS,
  'changes.kind.': CHANGE_KINDS,
  'changes.nothingNow.': ['cell', ...threadChangeKindSchema.options],
  'compare.copy.': ['matrix', 'side', 'network', 'changes'],
  'export.about.': exportFormatSchema.options,
  'export.format.': exportFormatSchema.options,
  'export.option.': exportOptionSchema.exclude(['filter']).options,
  'export.scope.': ['all', 'articles', 'filter'],
  'filter.part.': ['from', 'to', ...FILTER_LISTS.filter((list) => list !== 'articles')],
  'cli.filter.option.': Object.keys(FILTER_OPTIONS),
  ...Object.fromEntries(
    cliCommands.map(({ name, options }) => [
      `cli.${name}.`,
      // Options of the filter are explained once for all commands.
      ['summary', ...Object.keys(options).flatMap((option) => (isShared(option, options[option]) ? [] : `option.${option}`))],
    ]),
  ),
}

function isShared(name: string, option: unknown): boolean {
  return Object.entries(FILTER_OPTIONS).some(([shared, its]) => shared === name && its === option)
}

/** Beginnings whose endings stand as plain words beside the place that puts them together. */
const openFamilies = [
  'occurrences.none.',
  'occurrences.scope.',
  'cli.import.',
  'import.detail.',
  'import.lost.',
  'export.lost.',
  'compare.detail.',
  'library.sort.',
  'menu.section.',
  'metadata.',
  'report.',
  'server.core.',
  'settings.theme.',
  'theme.',
  'thread.',
]

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.ts', '.tsx', '.mjs'].includes(extname(entry.name)))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const code = [...sources('src'), ...sources('build/scripts'), readFileSync(join(root, 'build/run.mjs'), 'utf8')].join('\n')

test('every key that the code asks for has words', () => {
  // What stands between the bracket of `say(` and the next one: a key, or two with a condition between.
  const asked = [...code.matchAll(/\b(?:say|formatMessage)\(([^()]*)/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/(?<![\w`$])'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, key]) => key ?? ''),
  )
  expect(asked.length).toBeGreaterThan(300)
  expect([...new Set(asked)].filter((key) => !(key in messages))).toEqual([])
  const made = Object.entries(families).flatMap(([start, ends]) => ends.map((end) => `${start}${end}`))
  expect(made.filter((key) => !(key in messages))).toEqual([])
})

test('all words are asked for', () => {
  const made = new Set(Object.entries(families).flatMap(([start, ends]) => ends.map((end) => `${start}${end}`)))
  /** `error.file-unreadable.gone`: words for one reason of a code. */
  const coded = [
    ...errorCodes.map((known) => `error.${known}.`),
    ...importProblemSchema.shape.code.options.map((known) => `import.problem.${known}.`),
  ]
  const isReason = (key: string): boolean => coded.some((start) => key.startsWith(start))
  const isUsed = (key: string): boolean =>
    made.has(key) ||
    isReason(key) ||
    openFamilies.some((start) => key.startsWith(start)) ||
    [`'${key}'`, `"${key}"`].some((quoted) => code.includes(quoted))
  expect(Object.keys(messages).filter((key) => !isUsed(key))).toEqual([])
})

test('beginnings that are listed are put together somewhere', () => {
  const starts = [...Object.keys(families), ...openFamilies].filter((start) => !start.startsWith('cli.'))
  const isMade = (start: string): boolean =>
    code.includes(`\`${start}\${`) || new RegExp(`\`${start.replaceAll('.', '[.]')}[\\w.]*\\$\\{`).test(code)
  expect(starts.filter((start) => !isMade(start) && !['attribution.', 'confidence.'].includes(start))).toEqual([])
})

test('errors and problems of files say something in a full sentence', () => {
  const said = Object.entries(messages).filter(([key]) => key.startsWith('error.') || key.startsWith('import.problem.'))
  expect(said.filter(([, words]) => !/^(?:[“A-Z{]).*[.}]$/su.test(words))).toEqual([])
})
