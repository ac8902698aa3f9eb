/**
 * What is being typed into an annotation and not yet sent: held here, outside the page, so that a page that dies loses nothing, and
 * outside the library, so that one burst of typing is one step of the history and not one for every rest. It is written when the page
 * says so, after a while by itself, and before the library is closed. It is only in memory: a power cut, or a crash of the core itself,
 * loses what was typed within that while.
 */
import type { Annotation, AnnotationPatch, HeldTexts } from '../shared/domain/annotation.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { foldName } from '../shared/text/fold.ts'
import type { Session } from './session.ts'
import { annotationById, updateAnnotation } from './store/annotations.ts'
import { libraryUid } from './store/counts.ts'
import type { LibraryFile } from './store/library-file.ts'
import type { ReadDb } from './store/types.ts'

/** How long a text is held before it is written, in milliseconds: what a power cut may cost, against steps that are worth a name. */
export const HOLD_MS = 10_000

const TEXTS = ['condition', 'consequence', 'translation', 'note'] as const

/** Texts by library and annotation: ids of another library mean other annotations. */
export class Held {
  readonly #texts = new Map<string, Map<number, HeldTexts>>()
  #timer: NodeJS.Timeout | undefined
  readonly onUnexpected: (error: unknown) => void

  constructor(onUnexpected: (error: unknown) => void) {
    this.onUnexpected = onUnexpected
  }

  /** Holds texts in place of those held before; none lets go of them. `whenOver` is called once the oldest was held long enough. */
  hold(library: LibraryFile, id: number, texts: HeldTexts, whenOver: () => void): void {
    const held = this.#of(library)
    if (Object.keys(texts).length === 0) held.delete(id)
    else held.set(id, texts)
    if (held.size === 0) this.#stop()
    else this.#timer ??= setTimeout(whenOver, HOLD_MS).unref()
  }

  /** What is held of a library, which is then held no longer. */
  take(library: LibraryFile): [id: number, texts: HeldTexts][] {
    this.#stop()
    const held = this.#of(library)
    const all = [...held]
    held.clear()
    return all
  }

  /** Lets go of the fields that a patch has set: what it says is newer than what is held. */
  letGo(library: LibraryFile, ids: readonly number[], patch: Pick<AnnotationPatch, keyof HeldTexts>): void {
    const held = this.#of(library)
    for (const id of ids) {
      const { fields = {}, ...texts } = held.get(id) ?? {}
      for (const name of TEXTS) if (patch[name] !== undefined) delete texts[name]
      const own = Object.entries(fields).filter(([field]) => !isSet(library.read, field, patch.fields))
      const left = { ...texts, ...(own.length > 0 && { fields: Object.fromEntries(own) }) }
      if (Object.keys(left).length > 0) held.set(id, left)
      else held.delete(id)
    }
    if (held.size === 0) this.#stop()
  }

  #of(library: LibraryFile): Map<number, HeldTexts> {
    const key = `${libraryUid(library.read)} ${library.path}`
    const held = this.#texts.get(key) ?? new Map<number, HeldTexts>()
    this.#texts.set(key, held)
    return held
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

/** Whether a patch sets the own field with this id, by the id or by its name. */
function isSet(db: ReadDb, fieldId: string, patch: HeldTexts['fields'] = {}): boolean {
  const name = db.get<{ name: string }>('SELECT name FROM tag_field WHERE id = ?', [Number(fieldId)])?.name
  return Object.keys(patch).some((key) => key === fieldId || (name !== undefined && foldName(key) === foldName(name)))
}

/**
 * Writes what is held, a step for each annotation; what says nothing new is no step. Where a step is refused its fields are written one
 * by one, so that one of them costs none of the others. What is about something that is gone is let go of; what cannot be written for
 * any other reason (no room, a value that does not fit) stays held and is tried again. Never throws.
 */
export function settleHeld(session: Session): { steps: number; kept: number } {
  const { library, held } = session
  if (!library) return { steps: 0, kept: 0 }
  let [steps, kept] = [0, 0]
  for (const [id, texts] of held.take(library)) {
    const write = (part: HeldTexts): void => void (steps += writeTexts(session, library, id, part) ? 1 : 0)
    const failed = attempt(session, write, texts) ? [] : inParts(texts).filter((part) => !attempt(session, write, part))
    kept += failed.length
    if (failed.length > 0) held.hold(library, id, united(failed), () => settleHeld(session))
  }
  return { steps, kept }
}

/** Whether there is nothing left to try of these texts. */
function attempt({ held }: Session, write: (texts: HeldTexts) => void, texts: HeldTexts): boolean {
  try {
    write(texts)
    return true
  } catch (error) {
    if (!(error instanceof ParleyError)) held.onUnexpected(error)
    return inParts(texts).length === 1 && error instanceof ParleyError && error.code === 'not-found'
  }
}

function writeTexts(session: Session, library: LibraryFile, id: number, texts: HeldTexts): boolean {
  const before = annotationById(library.read, id)
  const news = newIn(texts, before)
  if (Object.keys(news).length === 0) return false
  session.write({ kind: 'annotations.update', subject: before.quote, count: 1 }, ['annotations'], (db, context) =>
    updateAnnotation(db, id, news, context),
  )
  return true
}

/** Each text and each value of an own field by itself. */
const inParts = ({ fields = {}, ...texts }: HeldTexts): HeldTexts[] => [
  ...TEXTS.filter((name) => texts[name] !== undefined).map((name) => ({ [name]: texts[name] })),
  ...Object.entries(fields).map(([field, value]) => ({ fields: { [field]: value } })),
]

const united = (parts: readonly HeldTexts[]): HeldTexts =>
  parts.reduce((all, part) => ({ ...all, ...part, ...(part.fields && { fields: { ...all.fields, ...part.fields } }) }), {})

/** The texts that are not what the annotation says already. An empty text is none. */
function newIn({ fields, ...texts }: HeldTexts, before: Annotation): HeldTexts {
  const isNew = (value: unknown, now: unknown): boolean => (value === '' ? null : (value ?? null)) !== (now ?? null)
  const news: HeldTexts = {}
  for (const name of TEXTS) if (texts[name] !== undefined && isNew(texts[name], before[name])) news[name] = texts[name]
  const own = Object.entries(fields ?? {}).filter(([id, value]) => isNew(value, before.fields[id]))
  return own.length === 0 ? news : { ...news, fields: Object.fromEntries(own) }
}
