/**
 * What is being typed into an annotation and not yet sent: held here, outside the page, so that a page that dies loses nothing, and
 * outside the library, so that one burst of typing is one step of the history and not one for every rest. It is written when the page
 * says so, after a while by itself, and before the library is closed. Only a power cut can lose it, and never more than that while.
 */
import type { Annotation, HeldTexts } from '../shared/domain/annotation.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { Session } from './session.ts'
import { annotationById, updateAnnotation } from './store/annotations.ts'

/** How long a text is held before it is written, in milliseconds: what a power cut may cost, against steps that are worth a name. */
export const HOLD_MS = 10_000

export class Held {
  readonly #texts = new Map<number, HeldTexts>()
  #timer: NodeJS.Timeout | undefined
  readonly onUnexpected: (error: unknown) => void

  constructor(onUnexpected: (error: unknown) => void) {
    this.onUnexpected = onUnexpected
  }

  /** Holds texts in place of those held before; none lets go of them. `whenOver` is called once the oldest was held long enough. */
  hold(id: number, texts: HeldTexts, whenOver: () => void): void {
    if (Object.keys(texts).length === 0) this.#texts.delete(id)
    else this.#texts.set(id, texts)
    if (this.#texts.size === 0) this.#stop()
    else this.#timer ??= setTimeout(whenOver, HOLD_MS).unref()
  }

  /** What is held, which is then held no longer. */
  take(): [id: number, texts: HeldTexts][] {
    this.#stop()
    const all = [...this.#texts]
    this.#texts.clear()
    return all
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}

/**
 * Writes what is held, a step for each annotation; what says nothing new is no step. One that cannot be written, because its annotation
 * is gone or the library read-only, is left out. Returns how many steps there were. Never throws.
 */
export function settleHeld(session: Session): number {
  let steps = 0
  for (const [id, texts] of session.held.take()) {
    try {
      const before = annotationById(session.opened().read, id)
      const news = newIn(texts, before)
      if (Object.keys(news).length === 0) continue
      session.write({ kind: 'annotations.update', subject: before.quote, count: 1 }, ['annotations'], (db, context) =>
        updateAnnotation(db, id, news, context),
      )
      steps += 1
    } catch (error) {
      if (!(error instanceof ParleyError)) session.held.onUnexpected(error)
    }
  }
  return steps
}

/** The texts that are not what the annotation says already. An empty text is none. */
function newIn({ fields, ...texts }: HeldTexts, before: Annotation): HeldTexts {
  const isNew = (value: unknown, now: unknown): boolean => (value === '' ? null : (value ?? null)) !== (now ?? null)
  const news: HeldTexts = {}
  for (const name of ['condition', 'consequence', 'translation', 'note'] as const)
    if (texts[name] !== undefined && isNew(texts[name], before[name])) news[name] = texts[name]
  const own = Object.entries(fields ?? {}).filter(([id, value]) => isNew(value, before.fields[id]))
  return own.length === 0 ? news : { ...news, fields: Object.fromEntries(own) }
}
