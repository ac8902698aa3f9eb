/** The coding of a statement in words, in the lines of a note: used beside the text, with quotes and in lists of passages. */
import { say } from '../../messages.ts'
import { foreign, spaced, text } from '../document/inlines.ts'
import type { ForeignText, Inline } from '../document/model.ts'
import type { Shown, Statement } from './data.ts'
import { DOT, issuePath, names, whoToWhom } from './inlines.ts'
import { dateText } from './words.ts'

/** Tag, intensity, importance and newness: the head of a note, behind its reference. */
export function headline({ tag, coding, isNew }: Statement): Inline[] {
  return spaced(
    [
      foreign(tag.name, null, 'strong'),
      coding.intensity !== null && { kind: 'intensity', intensity: coding.intensity },
      coding.important && { kind: 'mark', text: `★ ${say('report.important')}`, tone: 'quiet' },
      isNew && { kind: 'mark', text: say('report.new'), tone: 'new' },
    ],
    ' ',
  )
}

/** "− opposes: Ceasefire › Monitoring · anonymous source · reported by Dawn · stated 26 Oct 2025". A date that is the article's own is left to the byline. */
export function circumstances({ coding, article, issues }: Statement, issuesShown = issues): Inline[] {
  const { stance, attribution, confidence, status, reportedBy } = coding
  const stated = coding.stated === article.published?.slice(0, 10) ? null : coding.stated
  const paths = spaced(issuesShown.map(issuePath), '; ')
  return spaced(
    [
      stance === null ? paths : [{ kind: 'stance', stance }, ...(paths.length === 0 ? [] : [text(' '), ...paths])],
      attribution !== null && text(say(`report.attribution.${attribution}`)),
      reportedBy.length > 0 && [text(`${say('report.reportedBy')} `), ...names(reportedBy)],
      stated !== null && text(`${say('report.stated')} ${dateText(stated, 'short')}`),
      confidence === 'low' && text(say('report.confidence.lowLong')),
      status === 'disputed' && text(say('report.status.disputed')),
    ],
    DOT,
  )
}

/** Condition, consequence and deadline, where the statement has them: "If … Then … By …"; and the fields of its tag's own. */
export function terms({ coding, fields }: Statement): Inline[] {
  const parts = (['condition', 'consequence', 'deadline'] as const).flatMap((field) => {
    const value = coding[field]
    return value === null ? [] : [[text(`${say(`report.field.${field}`)} `, 'emphasis'), foreign(value)]]
  })
  parts.push(...fields.map(({ name, text: value }) => [foreign(name, null, 'emphasis'), text(' '), foreign(value)]))
  return spaced(parts, ' ')
}

/** The translation of the quote, in its own direction. */
export const translation = ({ coding }: Statement): ForeignText | null =>
  coding.translation === null ? null : { text: coding.translation, language: coding.translationLanguage }

/** The analyst's note, unless notes are left out. */
export const analystNote = ({ coding }: Statement, { notes }: Shown): Inline[] =>
  coding.note === null || coding.note.trim() === '' || !notes
    ? []
    : [text(`${say('report.field.note')} `, 'emphasis'), foreign(coding.note)]

/** Who to whom; how; terms; note: the lines that there are. `issues`: those that are named. */
export const codingLines = (statement: Statement, shown: Shown, issues = statement.issues): Inline[][] =>
  [whoToWhom(statement), circumstances(statement, issues), terms(statement), analystNote(statement, shown)].filter(
    (line) => line.length > 0,
  )
