/** The first page: what kind of report this is, of which library, what it covers and what was filtered. */
import { say } from '../../messages.ts'
import { text } from '../document/inlines.ts'
import type { Fact, ReportDocument } from '../document/model.ts'
import type { ReportContext } from './context.ts'
import { filterWords } from './filter-words.ts'
import { fact } from './inlines.ts'
import { dateText, languageText, periodText } from './words.ts'

export function coverOf(context: ReportContext): ReportDocument['cover'] {
  const { request, cites } = context
  if (!request.include.cover) return null
  const { articles, basis: statements } = cites
  const outlets = new Set(articles.flatMap(({ outlet }) => outlet ?? [])).size
  const parties = new Set(statements.flatMap(({ coding }) => coding.speakerId ?? [])).size
  return {
    kicker: say(`report.kind.${request.kind}`, { count: articles.length }),
    numbers: [
      { value: articles.length, label: say('report.cover.articles', { count: articles.length }) },
      { value: statements.length, label: say('report.cover.annotations', { count: statements.length }) },
      { value: outlets, label: say('report.cover.outlets', { count: outlets }) },
      { value: parties, label: say('report.cover.speakers', { count: parties }) },
    ],
    facts: [...fact(say('report.fact.asOf'), dateText(request.asOf)), ...coverageFacts(context)],
  }
}

/** Periods, languages and filter: on the first page and again in the method note. */
export function coverageFacts({ db, request, names, shown, cites: { articles, basis: statements } }: ReportContext): Fact[] {
  const languages = [...new Set(articles.flatMap(({ language }) => (language === null ? [] : [languageText(language)])))].toSorted()
  return [
    ...fact(say('report.fact.stated'), periodText(statements.map(({ date }) => date))),
    ...fact(say('report.fact.published'), periodText(articles.map(({ published }) => published))),
    ...fact(say('report.fact.languages'), languages.length === 0 ? null : [text(languages.join(say('report.listSeparator')))]),
    ...fact(say('report.fact.filter'), filterWords(db, request.filter, names, shown)),
  ]
}
