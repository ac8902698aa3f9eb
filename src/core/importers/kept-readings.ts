/** Readings of staged files between preview and import, so that a file is not parsed twice. The newest are kept, up to a weight; none read with a password. */
import type { Reading } from './types.ts'

/** Weight in UTF-16 units of text. */
const MOST = 32 * 1024 * 1024

export class KeptReadings {
  readonly #readings = new Map<string, { how: string; reading: Reading; weight: number }>()
  #weight = 0

  /** The reading of a staged file, where it was read in this very way. */
  get(stagedId: string, how: string): Reading | null {
    const kept = this.#readings.get(stagedId)
    return kept?.how === how ? kept.reading : null
  }

  put(stagedId: string, how: string, reading: Reading): void {
    this.drop(stagedId)
    const weight = weightOf(reading)
    if (weight > MOST) return
    this.#readings.set(stagedId, { how, reading, weight })
    this.#weight += weight
    for (const oldest of this.#readings.keys()) {
      if (this.#weight <= MOST) break
      this.drop(oldest)
    }
  }

  drop(stagedId: string): void {
    this.#weight -= this.#readings.get(stagedId)?.weight ?? 0
    this.#readings.delete(stagedId)
  }
}

function weightOf(reading: Reading): number {
  if (reading.kind === 'problem') return 1_000
  const articles = reading.kind === 'articles' ? reading.articles : reading.project.articles
  const annotations = reading.kind === 'project' ? reading.project.annotations.length : 0
  return articles.reduce((sum, { text }) => sum + text.length + 1_000, annotations * 500)
}
