/** The coding table: every field of every statement, one row each, with the way back to the passage. Fields that belong together share a column, so that the table fits a page. */
import { say } from '../../../messages.ts'
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { passageLink } from '../../../../shared/domain/passage-link.ts'
import { foreign, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Cell, Inline, Sheet, SheetValue, Table } from '../../document/model.ts'
import type { Shown, Statement } from '../data.ts'
import { issuePath, names, reference } from '../inlines.ts'
import { passageLinkOf } from '../quote.ts'
import { dateText } from '../words.ts'

export interface CodingTableOptions {
  readonly id: string
  /** The table's name, and the same for its caption, with foreign words isolated. */
  readonly label: string
  readonly caption: readonly Inline[]
  readonly shown: Shown
  /** Paragraph of the text, where known. */
  readonly paragraphOf?: (statement: Statement) => number | null
}

/** Nothing where there are no statements. */
export function codingTable(statements: readonly Statement[], options: CodingTableOptions): Table[] {
  if (statements.length === 0) return []
  const { id, label, caption, shown } = options
  // Only where some tag has fields of its own that are filled in.
  const withFields = statements.some(({ fields }) => fields.length > 0)
  const heads = [
    ['number', 'tag'],
    ['quote', 'place'],
    ['speaker', 'targets'],
    ['issues'],
    ['stance', 'intensity'],
    ['attribution', 'reportedBy', 'stated'],
    shown.coders ? ['confidence', 'status', 'coder'] : ['confidence', 'status'],
    ...(withFields ? [['fields']] : []),
  ]
  const shares = [9, 25.5, 19, 14, 12, 10.5, 10, 12]
  return [
    {
      kind: 'table',
      id,
      look: 'coding',
      label,
      caption,
      columns: heads.map((fields, index) => ({
        head: spaced(
          fields.map((field) => text(say(`report.column.${field}`))),
          { kind: 'break' },
        ),
        share: shares[index] ?? 10,
      })),
      rows: statements.map((statement) => ({ id: `${id}-r${statement.coding.id}`, cells: cellsOf(statement, options, withFields) })),
      sheet: sheetOf(statements, options),
    },
  ]
}

function cellsOf(statement: Statement, { shown, paragraphOf }: CodingTableOptions, withFields: boolean): Cell[] {
  const { coding, article, tag, speaker, onBehalfOf, targets, issues, fields } = statement
  const number = paragraphOf?.(statement) ?? null
  const where = `${number === null ? '' : `${say('report.paragraph', { number })}, `}${coding.start}–${coding.end}`
  return [
    lines([
      [reference(statement)],
      [foreign(tag.name)],
      coding.important && [{ kind: 'mark', text: `★ ${say('report.important')}`, tone: 'quiet' }],
      statement.isNew && [{ kind: 'mark', text: say('report.new'), tone: 'new' }],
    ]),
    {
      blocks: [
        paragraph([foreign(coding.quote, article.language)], 'quoted'),
        paragraph([text(`${where}, `), passageLinkOf(article.uid, coding.uid, say('report.quote.inLibrary'))], 'small'),
      ],
    },
    lines([
      speaker !== null && [foreign(speaker, null, 'strong')],
      onBehalfOf !== null && [text(`${say('report.speaker.onBehalfOf')} `), foreign(onBehalfOf)],
      targets.length > 0 && [text('→ '), ...names(targets)],
    ]),
    lines(issues.map(issuePath)),
    lines([
      coding.stance !== null && [{ kind: 'stance', stance: coding.stance }],
      coding.intensity !== null && [{ kind: 'intensity', intensity: coding.intensity }],
    ]),
    lines([
      coding.attribution !== null && [text(say(`report.attribution.${coding.attribution}`))],
      coding.reportedBy.length > 0 && names(coding.reportedBy),
      coding.stated !== null && [text(dateText(coding.stated, 'short'))],
    ]),
    lines([
      coding.confidence !== null && [text(say(`report.confidence.${coding.confidence}`))],
      [text(say(`report.status.${coding.status}`))],
      shown.coders && [foreign(coding.coder)],
    ]),
    ...(withFields ? [lines(fields.map(({ name, text: value }) => [foreign(name, null, 'emphasis'), text(' '), foreign(value)]))] : []),
  ]
}

/** One line for each value that there is. */
const lines = (values: readonly (readonly Inline[] | false)[]): Cell => ({
  blocks: values.flatMap((value) => (value === false ? [] : [paragraph(value)])),
})

/** Every field in a column of its own. */
function sheetOf(statements: readonly Statement[], { label, shown }: CodingTableOptions): Sheet {
  const heads = [
    'number', 'tag', 'quote', 'translation', 'start', 'end', 'speaker', 'onBehalfOf', 'targets', 'issues', 'stance', 'intensity', 'attribution', 'reportedBy',
    'stated', 'condition', 'consequence', 'deadline', 'fields', 'confidence', 'status', 'important', 'new', 'article', 'articleId', 'outlet', 'author',
    'published', 'url', 'passage', ...(shown.coders ? ['coder'] : []), ...(shown.notes ? ['note'] : []),
  ] // prettier-ignore
  const kinds: Readonly<Record<string, Sheet['columns'][number]['kind']>> = {
    start: 'number', end: 'number', intensity: 'number', stated: 'date', published: 'date', important: 'yes-no', new: 'yes-no',
    articleId: 'number', url: 'link', passage: 'link',
  } // prettier-ignore
  const valuesOf = ({ cited, coding, article, tag, speaker, onBehalfOf, targets, issues, fields, isNew }: Statement): SheetValue[] => [
    cited.reference, tag.name, coding.quote, coding.translation, coding.start, coding.end, speaker, onBehalfOf, targets.join('; '),
    issues.map((path) => path.join(PATH_SEPARATOR)).join('; '), coding.stance && say(`report.stance.${coding.stance}`), coding.intensity,
    coding.attribution && say(`report.attribution.${coding.attribution}`), coding.reportedBy.join('; '), coding.stated, coding.condition,
    coding.consequence, coding.deadline, fields.map(({ name, text: value }) => `${name}: ${value}`).join('; ') || null,
    coding.confidence && say(`report.confidence.${coding.confidence}`), say(`report.status.${coding.status}`),
    coding.important, isNew, article.title, article.id, article.outlet, article.author, article.published?.slice(0, 10) ?? null, article.url,
    passageLink(article.uid, coding.uid),
    ...(shown.coders ? [coding.coder] : []), ...(shown.notes ? [coding.note] : []),
  ] // prettier-ignore
  return {
    name: label,
    columns: heads.map((head) => ({
      head: say(`report.column.${head}`),
      kind: kinds[head] ?? 'text',
      ...(head === 'quote' && { width: 60 }),
    })),
    // A statement has its number only once every section is gathered, so rows are made when they are read.
    get rows() {
      return statements.map(valuesOf)
    },
  }
}
