/** Plain data for reports: articles, tags and statements as the gatherer would hand them over, with every field open to a test; and documents of them. */
import type { Annotation } from '../../../../src/shared/domain/annotation.ts'
import type { Article } from '../../../../src/shared/domain/article.ts'
import type { Tag } from '../../../../src/shared/domain/codebook.ts'
import { reportInputSchema, type ReportInput } from '../../../../src/shared/domain/report.ts'
import type { Cited, ReportDocument } from '../../../../src/core/exporters/document/model.ts'
import { documentFrom } from '../../../../src/core/exporters/report/build.ts'
import type { ReportContext } from '../../../../src/core/exporters/report/context.ts'
import { shownBy, type Statement } from '../../../../src/core/exporters/report/data.ts'
import { articleSection } from '../../../../src/core/exporters/report/sections/articles.ts'
import { tagSign } from '../../../../src/core/exporters/report/statements.ts'
import type { ReadDb } from '../../../../src/core/store/types.ts'
import { quoteContext } from '../../../../src/shared/text/anchor.ts'

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

/** A statement on [start, end) of the article's text; `id` is that of its annotation. */
export function statement(
  of: Article,
  id: number,
  start: number,
  end: number,
  coding: Partial<Annotation> = {},
  more: Partial<Statement> = {},
): Statement {
  const own = more.tag ?? tag()
  return {
    cited: { number: 0, reference: '', tag: tagSign(own), home: '' },
    article: of,
    tag: own,
    speaker: 'Pakistan',
    onBehalfOf: null,
    targets: ['Kabul'],
    issues: [['Security', 'Camps']],
    fields: [],
    date: of.published,
    isNew: false,
    coding: {
      id,
      uid,
      articleId: of.id,
      revisionId: of.revisionId,
      start,
      end,
      ...quoteContext(of.text, start, end),
      tagId: own.id,
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

/** A library of which nothing is read. */
const empty: ReadDb = { all: () => [], get: () => ({ id: 0 }) as never, value: () => 0 as never, column: () => [] }

export interface ReportOptions extends Partial<Omit<ReportInput, 'kind'>> {
  readonly tags?: readonly Tag[]
  readonly libraryName?: string
}

/** An annotated report of these articles and statements, with everything that stands around its articles. */
export function annotatedDocument(
  articles: readonly Article[],
  statements: readonly Statement[],
  { tags = [tag()], libraryName = 'Talks', ...input }: ReportOptions = {},
): ReportDocument {
  const request = { title: 'Report', ...reportInputSchema.parse({ kind: 'annotated', ...input }), asOf: '2025-11-02' }
  const homes = new Map<Statement, string>()
  const context: ReportContext = {
    db: empty,
    request,
    filter: request.filter,
    names: {
      parties: [],
      issues: [],
      tags,
      partyNames: new Map(),
      issuePaths: new Map(),
      tagsById: new Map(tags.map((one) => [one.id, one])),
    },
    shown: shownBy(request),
    prefix: '',
    cites: {
      cite: () => [...statements],
      citeOne: () => null,
      count: () => undefined,
      source: (id) => articles.find((one) => one.id === id) ?? article(),
      settle: (of, place) => !homes.has(of) && homes.set(of, place) !== undefined,
      articles: [...articles],
      statements: [...statements],
      basis: [...statements],
      number: () =>
        statements.forEach((of, index) => {
          const cited: { -readonly [Key in keyof Cited]: Cited[Key] } = of.cited
          Object.assign(cited, {
            number: index + 1,
            reference: `${cited.tag.letter}${index + 1}`,
            home: homes.get(of) ?? `s${of.article.id}`,
          })
        }),
    },
  }
  const sections = articles.map((of, index) =>
    articleSection(
      context,
      of,
      statements.filter((one) => one.article.id === of.id),
      { position: index + 1, total: articles.length, notText: [] },
    ),
  )
  return documentFrom(context, sections, { libraryName })
}
