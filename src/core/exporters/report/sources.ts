/** Appendix of sources: every article the report draws on, cited in full, graded, with what it takes to check a passage against it. */
import type { Article } from '../../../shared/domain/article.ts'
import { say } from '../../messages.ts'
import { foreign, link, paragraph, spaced, text } from '../document/inlines.ts'
import type { Block, Inline, Section } from '../document/model.ts'
import { translation } from './coding.ts'
import type { ReportContext } from './context.ts'
import type { Statement } from './data.ts'
import { articlePlace, byline, citedPlace, DOT, grade, reference, sourceLink, sourcePlace } from './inlines.ts'
import { passageLinkOf } from './quote.ts'
import { clipped, languageText } from './words.ts'

export interface SourcesOptions {
  /** Articles that stand in the report themselves. */
  readonly inReport: ReadonlySet<number>
}

export function sourcesSection({ cites }: ReportContext, options: SourcesOptions): Section[] {
  const { articles, statements } = cites
  if (articles.length === 0) return []
  const byArticle = Map.groupBy(statements, ({ article }) => article.id)
  return [
    {
      id: 'sources',
      look: 'sources',
      page: true,
      heading: [text(say('report.sources.title'))],
      blocks: [
        paragraph([text(say('report.sources.lead'))], 'lead'),
        {
          kind: 'list',
          ordered: true,
          items: articles.map((article) => ({
            id: sourcePlace(article),
            blocks: entry(article, byArticle.get(article.id) ?? [], options),
          })),
        },
      ],
    },
  ]
}

function entry(article: Article, statements: readonly Statement[], { inReport }: SourcesOptions): Block[] {
  const title: Inline = foreign(article.title, article.language, 'strong')
  const sha = article.original?.sha256
  const record = [
    say('report.sources.record', { id: String(article.id), revision: String(article.revision), units: article.text.length }),
    article.language === null ? null : languageText(article.language),
  ].filter((part) => part !== null)
  const graded = grade(article)
  return [
    paragraph([inReport.has(article.id) ? link({ place: articlePlace(article) }, title) : title]),
    paragraph(spaced([byline(article), graded !== null && text(graded)], DOT)),
    ...(article.url === null ? [] : [paragraph([sourceLink(article.url)])]),
    paragraph(
      [
        text(record.join(' · ')),
        { kind: 'break' },
        ...(sha === undefined ? [text(say('report.sources.noOriginal'))] : [text(`${say('report.sources.sha256')} `), text(sha, 'code')]),
      ],
      'record',
    ),
    ...citedAs(statements),
  ]
}

/** What of it is cited: by name where it stands in the report, else with its words and the way to its passage. */
function citedAs(statements: readonly Statement[]): Block[] {
  const { apart = [], standing = [] } = Object.groupBy(statements, ({ cited, coding }) =>
    cited.home === citedPlace(coding) ? 'apart' : 'standing',
  )
  const references = spaced(
    standing.map((statement) => reference(statement)),
    ' ',
  )
  return [
    ...(references.length === 0 ? [] : [paragraph([text(`${say('report.sources.cited')} `, 'muted'), ...references], 'citation')]),
    ...(apart.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            ordered: false,
            items: apart.map((statement) => ({ id: citedPlace(statement.coding), blocks: [paragraph(quoted(statement), 'citation')] })),
          },
        ]),
  ]
}

function quoted(statement: Statement): Inline[] {
  const { coding, article, speaker } = statement
  const translated = translation(statement)
  return spaced(
    [
      [
        { kind: 'reference', statement: statement.cited, place: '', look: 'chip' },
        text(' '),
        ...(speaker === null ? [] : [foreign(speaker), text(': ')]),
        foreign(clipped(coding.quote, CITED_QUOTE), article.language),
        ...(translated === null
          ? []
          : [text(` ${say('report.translation')}`), foreign(clipped(translated.text, CITED_QUOTE), translated.language)]),
      ],
      text(`${coding.start}–${coding.end}`),
      passageLinkOf(article.uid, coding.uid, say('report.quote.inLibrary')),
    ],
    ', ',
  )
}

/** UTF-16 units of a quote that is told among the sources. */
const CITED_QUOTE = 140
