/** A report of any kind as a document. The same library and the same request give the same document. */
import { say } from '../../messages.ts'
import type { ReadDb } from '../../store/types.ts'
import { text } from '../document/inlines.ts'
import type { ReportDocument, Section } from '../document/model.ts'
import { withLiveLinks } from '../document/live-links.ts'
import { contextOf, type DatedRequest, type ReportContext } from './context.ts'
import { coverOf } from './cover.ts'
import { legendSection } from './legend.ts'
import { methodSection } from './method.ts'
import { sectionsOf } from './sections/index.ts'
import { sourcesSection } from './sources.ts'

export interface BuildOptions {
  /** Name of the library as shown to people, without folder or extension; may be empty. */
  readonly libraryName: string
}

/** Throws `not-found` where something that was chosen is no longer there, `invalid-input` where the kind needs what was not given. */
export function buildDocument(db: ReadDb, request: DatedRequest, { libraryName }: BuildOptions): ReportDocument {
  const context = contextOf(db, request)
  return documentFrom(context, sectionsOf(context), { libraryName })
}

/** The document around the sections that were gathered: title, first page, contents, appendix. Numbers what they cite. */
export function documentFrom(context: ReportContext, made: readonly Section[], { libraryName }: BuildOptions): ReportDocument {
  const { request } = context
  context.cites.number()
  const sections = made.length > 0 ? made : [nothing()]
  const { title, language } = titleOf(context, libraryName)
  const include = request.include
  // A short paper has no title page: its parts follow each other, or its first page would stand half empty.
  const flowing = request.kind === 'briefing' && !include.cover
  const placed = (list: readonly Section[]): Section[] => (flowing ? list.map((section) => ({ ...section, page: false })) : [...list])
  const inReport = new Set(request.kind === 'annotated' ? context.cites.articles.map(({ id }) => id) : [])
  return withLiveLinks({
    kind: request.kind,
    title,
    titleLanguage: language,
    subtitle: request.subtitle ?? null,
    libraryName,
    asOf: request.asOf,
    look: request.look,
    cover: coverOf(context),
    hasContents: include.contents,
    sections: placed(sections),
    appendix: placed([
      ...(include.legend ? legendSection(context) : []),
      ...(include.sources ? sourcesSection(context, { inReport }) : []),
      ...(include.method ? methodSection(context, libraryName) : []),
    ]),
  })
}

/** One's own title, else the only article's, else that of the party a dossier is about, else the library's name. */
function titleOf({ request, cites, names }: ReportContext, libraryName: string): { title: string; language: string | null } {
  const [only, ...others] = cites.articles
  const article = request.kind === 'annotated' && others.length === 0 ? only : undefined
  const party = request.kind === 'dossier' ? names.partyNames.get(request.party ?? 0) : undefined
  const title = request.title ?? article?.title ?? party ?? (libraryName.trim() === '' ? say('report.untitled') : libraryName)
  return { title, language: title === article?.title ? article.language : null }
}

const nothing = (): Section => ({
  id: 'nothing',
  heading: [text(say('report.nothing'))],
  blocks: [{ kind: 'paragraph', content: [text(say('report.empty'))], look: 'empty' }],
})
