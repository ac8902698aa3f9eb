/**
 * Annotations of the W3C model (JSON-LD), and those that Hypothesis exports, as a project. Our own files come back whole. Of others comes in
 * what stands in a text that the file holds; the rest is told with where it belongs. A file of nothing but faulty annotations is refused.
 */
import { openText, notRead } from '../records/open-text.ts'
import type { ForeignProject, ProjectArticle } from '../project.ts'
import { kept, namedLoss } from '../projects/losses.ts'
import type { FileReader, ImportLoss, NotRead, ReadProject } from '../types.ts'
import { annotationsIn, type Found } from './collect.ts'
import { faultOf } from './faults.ts'
import { foreignAnnotations, withNotes } from './foreign.ts'
import { ownProject, type OwnProject } from './own.ts'
import { articleOf, embeddedIn, textsOfProject, type FileTexts } from './texts.ts'
import { isRecord, many, parseJson, textOf, type Item } from './values.ts'

const FORMAT = 'jsonld'
/** A library with all its texts is one file; what all of it may weigh is looked at when it is read. */
const MOST_BYTES = 384 * 1024 * 1024

export const read: FileReader = async (input) => {
  const decoded = openText(input, FORMAT, MOST_BYTES)
  if ('kind' in decoded) return decoded
  const root = parseJson(decoded.text.replace(/^\ufeff/, ''))
  if (root === undefined) return refused('json')
  const found = annotationsIn(root)
  const items = found.annotations.map(({ item }) => item)
  const own = found.collection && ownProject(found.collection, items)
  if (typeof own === 'string') return refused(own === 'other' ? 'damaged' : own)
  const name = (found.collection && textOf(found.collection['label'])) ?? input.name.replace(/\.[^.]*$/, '')
  const faults = found.annotations.flatMap((one) => faultOf(one) ?? [])
  const valid = found.annotations.filter((one) => faultOf(one) === null).map(({ item }) => item)
  const lost = [
    { ...namedLoss('webanno-faults', [...new Set(faults)]), count: faults.length },
    namedLoss('webanno-elsewhere', found.elsewhere),
    { code: 'webanno-others', count: found.others },
  ]
  if (own) return withAdded(own, new Set(valid), lost)
  const [fault] = faults
  if (valid.length === 0 && fault !== undefined) return refused(fault)
  if (valid.length === 0 && found.elsewhere.length === 0 && found.collection === null && found.others > 0) return refused('none')
  return foreignProject(root, found, { name, valid, lost })
}

const refused = (fault: string): NotRead => notRead(FORMAT, 'damaged', { format: 'Web Annotation', reason: 'web-annotation', fault })

const answer = (project: ForeignProject, lost: readonly ImportLoss[]): ReadProject => ({
  kind: 'project',
  format: FORMAT,
  mediaType: 'application/ld+json',
  project,
  lost: kept(lost),
})

/** Our own library, with the annotations that somebody added to it with another program. */
function withAdded({ project, added, lost: own }: OwnProject, valid: ReadonlySet<Item>, lost: readonly ImportLoss[]): ReadProject {
  const more = foreignAnnotations(
    added.filter((item) => valid.has(item)),
    textsOfProject(project),
  )
  const codes = more.codes.length > 0 ? { codes: more.codes } : {}
  return answer({ ...project, ...codes, annotations: [...project.annotations, ...more.annotations] }, [
    ...own,
    ...lost,
    ...more.lost,
    { code: 'webanno-whole', count: more.notes.size },
  ])
}

async function foreignProject(
  root: unknown,
  found: Found,
  { name, valid, lost }: { name: string; valid: readonly Item[]; lost: readonly ImportLoss[] },
): Promise<ReadProject> {
  const texts: FileTexts = new Map()
  const articles: ProjectArticle[] = []
  const titles = titlesOf(valid)
  for (const [address, embedded] of embeddedIn(root, valid)) {
    const { article, text } = await articleOf(address, embedded, titles.get(address) ?? null)
    if (text.source.text.trim() === '') continue
    articles.push(article)
    texts.set(address, text)
  }
  const { annotations, codes, notes, lost: unread } = foreignAnnotations(valid, texts)
  return answer(
    {
      origin: originOf(found),
      name,
      articles: withNotes(articles, notes),
      tags: [],
      issues: [],
      parties: [],
      codes,
      annotations,
    },
    [...lost, ...unread],
  )
}

/** Titles that annotations of Hypothesis give of the pages they stand on. */
function titlesOf(items: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ uri, document }): [string, string][] => {
      const [title] = isRecord(document) ? many(document['title']) : []
      return typeof uri === 'string' && typeof title === 'string' ? [[uri, title]] : []
    }),
  )
}

/** The program, as it names itself. */
function originOf({ annotations, collection }: Found): string {
  if (annotations.some(({ isHypothesis }) => isHypothesis)) return 'Hypothesis'
  const [generator] = [collection, ...annotations.map(({ item }) => item)].flatMap((one) => many(one?.['generator'])).filter(isRecord)
  return (generator && textOf(generator['name'])) ?? 'Web Annotation'
}
