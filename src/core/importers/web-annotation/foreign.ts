/**
 * Annotations of other programs as annotations of a project: those whose text is in the file. What stands on a page that is not here, or
 * cannot be found in its text, is told by name and left out; a passage is never looked for anywhere near.
 */
import type { ProjectAnnotation, ProjectArticle, ProjectEntry } from '../project.ts'
import { namedLoss } from '../projects/losses.ts'
import { madeUid, uidOfGuid } from '../projects/uids.ts'
import type { ImportLoss } from '../types.ts'
import { createdOf, creatorOf, saidBy } from './bodies.ts'
import { countingOf, placeOf, selectionOf, type Selection } from './place.ts'
import type { FileText, FileTexts } from './texts.ts'
import { addressOf, isRecord, many, only, textOf, type Item } from './values.ts'
import { uidOfUrn } from './vocabulary.ts'

export interface ForeignAnnotations {
  readonly annotations: readonly ProjectAnnotation[]
  readonly codes: readonly ProjectEntry[]
  /** What was said of a whole text, by the key of its article. */
  readonly notes: ReadonlyMap<string, string>
  readonly lost: readonly ImportLoss[]
}

interface Target {
  readonly item: Item
  /** Which of the annotation's targets it is, from 0. */
  readonly index: number
  readonly address: string
  readonly text: FileText | undefined
  /** null: all of the text. */
  readonly selection: Selection | null
}

/** Annotations without a fault. Each target with a passage of its own becomes an annotation. */
export function foreignAnnotations(items: readonly Item[], texts: FileTexts): ForeignAnnotations {
  const targets = items.flatMap((item) => targetsOf(item, texts))
  const countings = new Map(
    [...Map.groupBy(targets, ({ text }) => text)].flatMap(([text, own]) =>
      text ? [[text, countingOf(text, own.flatMap(({ selection }) => selection ?? []))] as const] : [],
    ),
  ) // prettier-ignore
  const codes = new Map<string, ProjectEntry>()
  const notes = new Map<string, string>()
  const annotations = new Map<string, ProjectAnnotation>()
  const lost = { away: [] as string[], unplaced: [] as string[], otherwise: [] as string[], twice: 0 }
  for (const target of targets) {
    const { item, text, selection, address } = target
    const said = saidBy(item)
    if (!text) {
      lost.away.push(address)
    } else if (selection === null) {
      const words = [...said.codes, said.note ?? ''].filter((word) => word !== '').join('\n')
      notes.set(text.article, [notes.get(text.article) ?? '', words].filter((word) => word !== '').join('\n\n'))
    } else {
      const place = placeOf(text, selection, countings.get(text) ?? 'code-points')
      const span = place && { start: text.source.toText(place.start), end: text.source.toText(place.end) }
      if (!place || !span || span.start >= span.end) {
        lost.unplaced.push(selection.quote?.exact ?? address)
        continue
      }
      if (place.otherwise) lost.otherwise.push(selection.quote?.exact ?? text.raw.slice(place.start, place.end))
      const made = annotationOf(target, text, span)
      lost.twice += annotations.has(made.key) ? 1 : 0
      for (const name of said.codes) codes.set(name, { key: name, uid: madeUid('web-annotation-tag', name), name, parent: null })
      annotations.set(made.key, { ...made, codes: said.codes, note: said.note })
    }
  }
  return {
    annotations: [...annotations.values()],
    codes: [...codes.values()],
    notes,
    lost: [
      { ...namedLoss('webanno-away', [...new Set(lost.away)]), count: lost.away.length },
      namedLoss('webanno-unplaced', lost.unplaced),
      namedLoss('selections-otherwise', lost.otherwise),
      { code: 'webanno-twice', count: lost.twice },
    ],
  }
}

function targetsOf(item: Item, texts: FileTexts): Target[] {
  const targets = many(item['target']).flatMap((target): readonly unknown[] =>
    isRecord(target) && Array.isArray(target['items']) ? many(target['items']) : [target],
  )
  return targets.map((target, index) => {
    const source = isRecord(target) && 'source' in target ? only(target['source']) : target
    const address = addressOf(source) ?? ''
    const selectors = isRecord(target) ? target['selector'] : undefined
    return { item, index, address, text: texts.get(address), selection: selectors === undefined ? null : selectionOf(selectors) }
  })
}

function annotationOf(
  { item, index, address, selection }: Target,
  text: FileText,
  { start, end }: { start: number; end: number },
): ProjectAnnotation {
  const id = textOf(item['id'] ?? item['@id'])
  const own = id === null ? null : uidOfUrn(id)
  const base = own !== null ? uidOfGuid(own) : madeUid('web-annotation', ...(id === null ? [address, start, end, selection?.quote?.exact ?? ''] : [id])) // prettier-ignore
  const uid = index === 0 ? base : madeUid('web-annotation-target', base, index)
  const created = createdOf(item)
  return {
    key: uid,
    uid,
    article: text.article,
    start,
    end,
    ...(text.revision !== undefined && { revision: text.revision }),
    tag: null,
    coder: creatorOf(item),
    ...(created !== null && { createdAt: created }),
  }
}

/** The articles with what was said of them as a whole. */
export const withNotes = (articles: readonly ProjectArticle[], notes: ReadonlyMap<string, string>): ProjectArticle[] =>
  articles.map((article) => {
    const note = notes.get(article.key)
    return note ? { ...article, note } : article
  })
