/** Plain data for reports: articles, tags and statements as the gatherer would hand them over, with every field open to a test. */
import type { Annotation } from '../../../../src/shared/domain/annotation.ts'
import type { Article } from '../../../../src/shared/domain/article.ts'
import type { Tag } from '../../../../src/shared/domain/codebook.ts'
import type { AnnotatedData, ComparisonData, Statement } from '../../../../src/core/exporters/report/data.ts'
import { quoteContext } from '../../../../src/shared/text/anchor.ts'
import { buildMatrix } from '../../../../src/core/compare/matrix.ts'
import { buildSideBySide } from '../../../../src/core/compare/side-by-side.ts'
import { allRows, columnsOf, datesOf } from '../compare/columns-of.ts'

const moment = '2025-11-01T08:00:00.000Z'
const uid = '00000000-0000-4000-8000-000000000001'

export function article(more: Partial<Article> = {}): Article {
  return {
    id: 1,
    uid,
    revisionId: 1,
    revision: 1,
    title: 'Talks go on',
    outlet: 'The Daily',
    author: 'A. Writer',
    published: '2025-10-29',
    url: 'https://example.invalid/talks',
    language: 'en',
    direction: 'ltr',
    translatedFrom: null,
    reliability: 'B',
    credibility: 2,
    note: null,
    text: 'Kabul must close the camps.',
    status: 'coded',
    original: { name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8', bytes: 27, sha256: 'ab'.repeat(32) },
    addedAt: moment,
    changedAt: moment,
    ...more,
  }
}

export function tag(more: Partial<Tag> = {}): Tag {
  return {
    id: 1,
    uid,
    code: 'demand',
    parentId: null,
    name: 'Demand',
    letter: 'D',
    hue: 'amber',
    definition: 'Wants something done.',
    useWhen: '',
    useNot: '',
    shows: [],
    fields: [],
    builtIn: true,
    retired: false,
    position: 1,
    examples: 0,
    annotations: 1,
    ...more,
  }
}

/** A statement on [start, end) of the article's text. */
export function statement(
  of: Article,
  number: number,
  start: number,
  end: number,
  coding: Partial<Annotation> = {},
  more: Partial<Statement> = {},
): Statement {
  return {
    number,
    tag: tag(),
    speaker: 'Pakistan',
    onBehalfOf: null,
    targets: ['Kabul'],
    issues: [['Security', 'Camps']],
    fields: [],
    date: of.published,
    coding: {
      id: number,
      uid,
      articleId: of.id,
      revisionId: of.revisionId,
      start,
      end,
      ...quoteContext(of.text, start, end),
      tagId: 1,
      speakerId: 1,
      onBehalfOfId: null,
      targetIds: [2],
      issueIds: [2],
      stance: 'supports',
      intensity: 3,
      attribution: 'direct',
      reportedBy: [],
      stated: null,
      condition: null,
      consequence: null,
      deadline: null,
      confidence: 'high',
      translation: null,
      translationLanguage: null,
      note: null,
      important: false,
      status: 'reviewed',
      fields: {},
      coder: 'Ada',
      createdAt: moment,
      changedAt: moment,
      ...coding,
    },
    ...more,
  }
}

const everything = { notes: true, coders: true, text: true, table: true }
const noFilter = { tags: [], parties: [], issues: [], outlets: [], articles: 0, importantOnly: false, storyOnce: false }

export function annotatedData(
  articles: readonly Article[],
  statements: readonly Statement[],
  more: Partial<AnnotatedData> = {},
): AnnotatedData {
  return {
    kind: 'annotated',
    title: 'Report',
    libraryName: 'Talks',
    filter: noFilter,
    include: everything,
    articles,
    statements,
    tags: [tag()],
    notText: new Map(),
    ...more,
  }
}

/** A comparison with two parties (1 and 2) and the issue 2 beneath the issue 1. */
export function comparisonData(
  articles: readonly Article[],
  statements: readonly Statement[],
  more: Partial<ComparisonData> = {},
): ComparisonData {
  const byId = new Map(articles.map((one) => [one.id, one]))
  const evidence = statements.map(({ coding, date }) => {
    const of = byId.get(coding.articleId) ?? article()
    return {
      ...coding,
      articleTitle: of.title,
      outlet: of.outlet,
      language: of.language,
      direction: of.direction,
      date,
      dateFrom: 'publication' as const,
      reliability: null,
      credibility: null,
      storyId: null,
    }
  })
  const context = {
    parties: [
      { id: 1, parentId: null },
      { id: 2, parentId: null },
    ],
    issues: [
      { id: 1, parentId: null },
      { id: 2, parentId: 1 },
    ],
    level: 'side' as const,
  }
  const columns = columnsOf(evidence)
  const rows = allRows(columns)
  const matrix = buildMatrix(columns, rows, { ...context, datesOf: datesOf(evidence) })
  return {
    kind: 'comparison',
    title: 'Report',
    libraryName: 'Talks',
    filter: noFilter,
    include: everything,
    articles,
    statements,
    tags: [tag()],
    notText: new Map(),
    matrix,
    bands: buildSideBySide(columns, rows, {
      ...context,
      datesOf: datesOf(evidence),
      chosen: [1, 2],
      since: null,
      sort: 'tree',
      most: 1_000,
    }),
    columns: matrix.columns.map(({ partyId, statements: count }) => ({
      id: partyId,
      name: partyId === 1 ? 'Pakistan' : 'Kabul',
      role: 'principal',
      statements: count,
    })),
    issues: new Map([
      [1, ['Security']],
      [2, ['Security', 'Camps']],
    ]),
    ...more,
  }
}
