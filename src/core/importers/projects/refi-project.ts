/** A REFI-QDA project as a project of ours: its texts as articles, its codes as codes, its selections as annotations, and what has no place. */
import { directionOf, recogniseLanguage } from '../metadata/language.ts'
import type { ForeignProject, ProjectAnnotation, ProjectArticle, ProjectEntry } from '../project.ts'
import type { ImportLoss } from '../types.ts'
import type { Archive } from '../zip/open-archive.ts'
import { kept, namedLoss } from './losses.ts'
import type { Qde, QdeText } from './qde-model.ts'
import { annotationsOf } from './refi-annotations.ts'
import { countingOf } from './refi-positions.ts'
import { placeSelections } from './refi-selections.ts'
import { textOf, type FoundText } from './refi-texts.ts'
import { sourceText } from './source-text.ts'
import { madeUid, uidOfGuid } from './uids.ts'

/** What the names of these say is worth telling; of the others the count is. */
const NAMED: readonly string[] = ['pictures', 'pdfs', 'audio', 'video', 'cases', 'sets', 'graphs', 'codings-whole', 'guids-twice']
const COUNTED: readonly string[] = ['links', 'media-selections']

export async function refiProject(qde: Qde, archive: Archive, name: string): Promise<{ project: ForeignProject; lost: ImportLoss[] }> {
  const counts = new Map<string, number>()
  const names = new Map<string, string[]>()
  const count = (code: string, by = 1): void => void counts.set(code, (counts.get(code) ?? 0) + by)
  const note = (code: string, more: readonly string[]): void => void names.set(code, [...(names.get(code) ?? []), ...more])
  const codes = new Set(qde.codes.map(({ key }) => key))
  const notes = await notesOf(qde, archive)
  const context = { qde, codes, notes, usedNotes: new Set<string>(), count }
  const own = countingOf(qde.origin)
  const articles: ProjectArticle[] = []
  const annotations: ProjectAnnotation[] = []
  const paths = new Set<string>()
  for (const text of inOrder(qde.texts)) {
    // Programs list the text of a recording once more as a source of its own.
    if (text.kind !== 'TextSource' && text.path !== null && paths.has(text.path)) {
      count('media-selections', text.selections.length)
      continue
    }
    if (text.path !== null) paths.add(text.path)
    const found = await textOf(text, archive)
    const shown = text.name || text.path || text.guid || '–'
    if (typeof found === 'string') {
      note(`sources-${found}`, [shown])
      count('annotations-without-article', text.selections.length)
      continue
    }
    const placedIn = sourceText(found.source)
    if (placedIn.text.trim() === '') {
      note('articles-without-text', [shown])
      count('annotations-without-article', text.selections.length)
      continue
    }
    const article = await articleOf(text, found, placedIn.text, { qde, notes, usedNotes: context.usedNotes, place: articles.length })
    const result = placeSelections(found.source, placedIn, text.selections, own)
    if (result.counting !== own && result.placed.some(({ verified }) => verified)) note('counted-otherwise', [shown])
    count('annotations-outside', result.outside.length)
    note('selections-unverified', result.unverified)
    note('selections-otherwise', result.otherwise)
    articles.push(article)
    annotations.push(...annotationsOf(article, result.placed, context))
  }
  const unused = qde.notes.filter(({ guid }) => guid === null || !context.usedNotes.has(guid))
  note(
    'notes',
    unused.map((one) => one.name),
  )
  count(
    'note-selections',
    qde.notes.reduce((sum, one) => sum + one.selections.length, 0),
  )
  const lost = [
    ...[...names].map(([code, list]) => namedLoss(code, list)),
    ...NAMED.map((code) => namedLoss(code, qde.others.get(code) ?? [])),
    ...COUNTED.map((code) => ({ code, count: (qde.others.get(code)?.length ?? 0) + (counts.get(code) ?? 0) })),
    ...[...counts].filter(([code]) => !COUNTED.includes(code)).map(([code, times]) => ({ code, count: times })),
  ]
  const project = {
    origin: qde.origin || 'REFI-QDA',
    name: qde.name || name,
    articles,
    tags: [],
    issues: [],
    parties: [],
    codes: entriesOf(qde),
    annotations,
  }
  return { project, lost: kept(lost) }
}

/** Sources first, so that the text of a recording is known to be one of them. */
const inOrder = (texts: readonly QdeText[]): QdeText[] => [
  ...texts.filter(({ kind }) => kind === 'TextSource'),
  ...texts.filter(({ kind }) => kind !== 'TextSource'),
]

async function articleOf(
  text: QdeText,
  { source, original }: FoundText,
  canonical: string,
  { qde, notes, usedNotes, place }: { qde: Qde; notes: ReadonlyMap<string, string>; usedNotes: Set<string>; place: number },
): Promise<ProjectArticle> {
  const language = await recogniseLanguage(canonical)
  for (const guid of text.notes) usedNotes.add(guid)
  const about = [text.description.trim(), ...text.notes.map((guid) => notes.get(guid) ?? '')].filter((part) => part !== '')
  const values = text.values.flatMap(([variable, value]): [string, string][] => {
    const called = qde.variables.get(variable)
    return called && value !== '' ? [[called, value]] : []
  })
  const title = text.name.replaceAll(/\s+/g, ' ').trim() || original?.name.replace(/\.[^.]*$/, '') || null
  return {
    key: `text-${place}`,
    uid: text.guid === null ? madeUid('source', text.name, canonical) : uidOfGuid(text.guid),
    text: canonical,
    title,
    outlet: null,
    author: null,
    url: null,
    published: null,
    language,
    direction: directionOf(language, canonical),
    note: about.join('\n\n') || null,
    details: Object.fromEntries(values),
    original: original ?? {
      name: `${title ?? 'source'}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: new TextEncoder().encode(source),
    },
  }
}

/** Texts of notes by GUID, with their names. */
async function notesOf({ notes }: Qde, archive: Archive): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const note of notes) {
    if (note.guid === null) continue
    const text = await textOf(note, archive)
    const words = typeof text === 'string' ? '' : text.source.trim()
    found.set(note.guid, [note.name, note.description.trim(), words].filter((part) => part !== '').join('\n'))
  }
  return found
}

function entriesOf({ codes }: Qde): ProjectEntry[] {
  return codes.map(({ key, guid, name, parent, colour, description }) => ({
    key,
    uid: guid === null ? null : uidOfGuid(guid),
    name,
    parent,
    colour,
    ...(description.trim() !== '' && { definition: description.trim() }),
  }))
}
