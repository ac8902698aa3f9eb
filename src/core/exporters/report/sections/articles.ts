/** Annotated articles: heading, byline and source grading, then the text with its notes (or the passages alone), then the coding table. */
import { verifyAnchor } from '../../../../shared/text/anchor.ts'
import type { Span } from '../../../../shared/text/span.ts'
import type { Article } from '../../../../shared/domain/article.ts'
import { say } from '../../../messages.ts'
import { notTextOf } from '../../../store/not-text.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { ArticleText, Block, Note, Section } from '../../document/model.ts'
import { byPublication } from '../citations.ts'
import { codingLines, headline, translation } from '../coding.ts'
import { passing, type ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { articlePlace, byline, fact, grade, phrase, sourceLink } from '../inlines.ts'
import { layMarks, type MarkedText } from '../marks.ts'
import { citation, passageLinkOf, quoteBlock } from '../quote.ts'
import { languageText } from '../words.ts'
import { codingTable } from './coding-table.ts'

/** Chosen articles whether or not they are annotated; otherwise those with annotations that pass. */
export function articleSections(context: ReportContext): Section[] {
  const { db, filter, cites } = context
  const statements = cites.cite(passing(context))
  const chosen = filter.articles?.length ? filter.articles : statements.map(({ article }) => article.id)
  const articles = [...new Set(chosen)].map((id) => cites.source(id)).toSorted(byPublication)
  const byArticle = Map.groupBy(statements, ({ article }) => article.id)
  return articles.map((article, index) =>
    articleSection(context, article, byArticle.get(article.id) ?? [], {
      position: index + 1,
      total: articles.length,
      notText: notTextOf(db, article.id),
    }),
  )
}

export interface ArticlePlace {
  /** From 1, in the order of the report. */
  readonly position: number
  readonly total: number
  /** Stretches that are not text: left out. */
  readonly notText: readonly Span[]
}

export function articleSection(
  context: ReportContext,
  article: Article,
  statements: readonly Statement[],
  { position, total, notText }: ArticlePlace,
): Section {
  const { shown, prefix } = context
  const laid = layArticle(context, article, statements, notText)
  const { moved = [], earlier = [] } = Object.groupBy(laid.unplaced, ({ coding }) =>
    coding.revisionId === article.revisionId ? 'moved' : 'earlier',
  )
  const count = say('report.count.annotations', { count: statements.length })
  return {
    id: `${prefix}${articlePlace(article)}`,
    look: 'article',
    page: true,
    heading: [foreign(article.title, article.language)],
    aside: `${article.outlet === null ? '' : `${article.outlet}, `}${count}`,
    blocks: [
      ...(total > 1 ? [paragraph([text(say('report.article.position', { position, total }))], 'small')] : []),
      paragraph(byline(article), 'byline'),
      { kind: 'facts', facts: articleFacts(context, article, count) },
      ...(shown.text ? [laid.text] : laid.placed.map((statement) => quoteBlock(context, statement))),
      ...(statements.length === 0 ? [paragraph([text(say('report.article.noAnnotations'))], 'empty')] : []),
      ...apart(context, moved, say('report.misplaced.title'), say('report.misplaced.text', { count: moved.length })),
      ...apart(context, earlier, say('report.earlier.title'), say('report.earlier.text', { count: earlier.length })),
      ...(shown.table
        ? codingTable(statements, {
            id: `${prefix}table-${articlePlace(article)}`,
            label: say('report.table.caption', { title: article.title }),
            caption: phrase('report.table.caption', { title: article.title }),
            shown,
            paragraphOf: ({ coding }) => laid.paragraphOf.get(coding.id) ?? null,
          })
        : []),
    ],
  }
}

interface LaidArticle {
  readonly text: ArticleText
  readonly placed: readonly Statement[]
  /** Statements whose passage is not in this text, or is nothing but blanks. */
  readonly unplaced: readonly Statement[]
  /** Paragraph in which an annotation begins, by its id. */
  readonly paragraphOf: ReadonlyMap<number, number>
}

/** Lays the statements of one article over its text. What does not hold its place any more is kept aside, never drawn wrong. */
function layArticle(
  { shown, prefix, cites }: ReportContext,
  article: Article,
  statements: readonly Statement[],
  notText: readonly Span[],
): LaidArticle {
  const holds = ({ coding }: Statement): boolean =>
    coding.revisionId === article.revisionId && verifyAnchor(article.text, coding) !== 'wrong'
  const marked: MarkedText = layMarks(
    article.text,
    statements.filter(holds).map(({ coding }) => ({ id: coding.id, start: coding.start, end: coding.end })),
    notText,
  )
  const hidden = new Set(marked.hidden)
  const placed = statements.filter((statement) => holds(statement) && !hidden.has(statement.coding.id))
  const isPlaced = new Set(placed.map(({ coding }) => coding.id))
  const passage = ({ coding }: Statement): string => `${prefix}p${coding.id}`
  if (shown.text) for (const statement of placed) cites.settle(statement, passage(statement))
  const note = (statement: Statement): Note => ({
    statement: statement.cited,
    id: `${prefix}n${statement.coding.id}`,
    passage: passage(statement),
    head: headline(statement),
    // The coding table has the whole path and the way into the library; beside the text the issue's own name is enough, and short.
    lines: shown.table
      ? codingLines(
          statement,
          shown,
          statement.issues.map((path) => path.slice(-1)),
        )
      : [...codingLines(statement, shown), [passageLinkOf(article.uid, statement.coding.uid, say('report.quote.inLibrary'))]],
    translation: translation(statement),
    citation: citation(statement),
    coder: shown.coders ? statement.coding.coder : null,
  })
  return {
    text: {
      kind: 'article-text',
      title: article.title,
      language: article.language,
      direction: article.direction,
      marked,
      notes: new Map(placed.map((statement) => [statement.coding.id, note(statement)])),
    },
    placed,
    unplaced: statements.filter(({ coding }) => !isPlaced.has(coding.id)),
    paragraphOf: new Map(marked.paragraphs.flatMap(({ opens, number }) => opens.map((id): [number, number] => [id, number ?? 0]))),
  }
}

/** Statements whose passage the text does not hold, with the reason in words: those of an earlier text count as before. */
function apart(context: ReportContext, statements: readonly Statement[], title: string, why: string): Block[] {
  if (statements.length === 0) return []
  return [
    { kind: 'subheading', content: [text(title)] },
    paragraph([text(why)], 'lead'),
    ...statements.map((statement) => quoteBlock(context, statement)),
  ]
}

function articleFacts({ shown }: ReportContext, article: Article, count: string) {
  const note = article.note?.trim() ?? ''
  return [
    ...fact(say('report.fact.link'), article.url === null ? null : [sourceLink(article.url)]),
    ...fact(say('report.fact.grade'), grade(article)),
    ...fact(say('report.fact.language'), article.language === null ? null : languageText(article.language)),
    ...fact(say('report.fact.translatedFrom'), article.translatedFrom === null ? null : languageText(article.translatedFrom)),
    ...fact(say('report.fact.annotations'), count),
    ...fact(say('report.fact.note'), note === '' || !shown.notes ? null : [foreign(note)]),
  ]
}
