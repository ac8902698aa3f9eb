/** Articles as text sources, each with its annotations as selections. Positions count code points, from 0, the end excluded. */
import { codePointOffsets } from '../../../shared/text/offsets.ts'
import type { ProjectAnnotation, ProjectArticle } from '../../importers/project.ts'
import { say } from '../../messages.ts'
import { codingLines } from './coding-words.ts'
import { guidFor, ref, shortened, type RefiContext } from './context.ts'
import { isoMoment } from './moments.ts'

/** Name of the entry that holds a text, beneath `sources/`: a GUID and nothing else, whatever an article is called. */
export const sourceFile = (uid: string): string => `${uid}.txt`

/** Whether a selection can show it: it stands in the present text. */
export const isSelection = ({ revision, gone }: ProjectAnnotation): boolean => revision === undefined && gone !== true

export const noteGuid = (uid: string): string => guidFor('note', uid)
const isSaid = (note: string | null | undefined): note is string => typeof note === 'string' && note.trim() !== ''

export function textSource(article: ProjectArticle, annotations: readonly ProjectAnnotation[], context: RefiContext): string {
  const { xml } = context
  const points = codePointOffsets(article.text)
  const uid = article.key
  const selections = annotations.filter(isSelection).map((annotation) => {
    const quote = article.text.slice(annotation.start, annotation.end)
    return selection(annotation, { quote, start: points.toCodePoint(annotation.start), end: points.toCodePoint(annotation.end) }, context)
  })
  return xml.element(
    'TextSource',
    {
      guid: uid,
      name: article.title,
      plainTextPath: `internal://${sourceFile(uid)}`,
      creationDateTime: isoMoment(article.addedAt),
    },
    [...selections, ...(isSaid(article.note) ? [ref(xml, 'NoteRef', noteGuid(uid))] : []), ...articleValues(article, context)],
  )
}

function selection(
  annotation: ProjectAnnotation,
  { quote, start, end }: { quote: string; start: number; end: number },
  context: RefiContext,
): string {
  const { xml } = context
  const made = { creatingUser: context.user(annotation.coder), creationDateTime: isoMoment(annotation.createdAt) }
  const codes = [...(annotation.tag === null ? [] : [annotation.tag]), ...(annotation.issues ?? [])]
  const lines = codingLines(annotation, context)
  return xml.element(
    'PlainTextSelection',
    { guid: annotation.key, name: shortened(quote), startPosition: `${start}`, endPosition: `${end}`, ...made },
    [
      ...(lines === '' ? [] : [xml.leaf('Description', lines)]),
      ...codes.map((code) =>
        xml.element('Coding', { guid: guidFor('coding', annotation.key, code), ...made }, [ref(xml, 'CodeRef', code)]),
      ),
      ...(isSaid(annotation.note) ? [ref(xml, 'NoteRef', noteGuid(annotation.key))] : []),
    ],
  )
}

function articleValues(article: ProjectArticle, context: RefiContext): string[] {
  const { variables } = context
  const word = (id: string): string => context.word(id)
  const { reliability, credibility, translatedFrom, status } = article.more ?? {}
  return [
    ...variables.value('outlet', word('articles.column.outlet'), article.outlet),
    ...variables.value('author', word('articles.column.author'), article.author),
    ...variables.value('published', word('articles.column.published'), article.published),
    ...variables.value('link', word('export.refi.link'), article.url),
    ...variables.value('language', word('articles.column.language'), article.language),
    ...variables.value('translated-from', word('export.refi.translatedFrom'), translatedFrom),
    ...variables.value('reliability', word('articles.column.reliability'), reliability),
    ...variables.value('credibility', word('articles.column.credibility'), credibility, 'Integer'),
    ...variables.value('status', word('articles.column.status'), status && word(`article.status.${status}`)),
    ...Object.entries(article.details ?? {}).flatMap(([name, value]) => variables.value(`detail ${name}`, detailName(name), value)),
  ]
}

/** The word of the screen, or the file's own. */
function detailName(name: string): string {
  const key = `import.detail.${name}`
  const word = say(key)
  return word === key ? name : word
}

/** The analysts' notes on articles and annotations. */
export function notesOf(context: RefiContext): string[] {
  const { project } = context
  const texts = new Map(project.articles.map(({ key, text }) => [key, text]))
  return [
    ...project.articles.flatMap(({ key, title, note }) =>
      isSaid(note) ? [context.note(noteGuid(key), { name: title ?? '', text: note })] : [],
    ),
    ...project.annotations.filter(isSelection).flatMap(({ key, article, start, end, note, coder, createdAt }) => {
      const name = texts.get(article)?.slice(start, end) ?? ''
      return isSaid(note) ? [context.note(noteGuid(key), { name, text: note, user: coder, createdAt })] : []
    }),
  ]
}
