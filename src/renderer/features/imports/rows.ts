/** The lines of the list of files: each file, and beneath an open one its articles. Pure. */
import type { ImportArticle } from '../../../shared/domain/import.ts'
import type { FileReading } from './preview-reader.ts'
import { asksLetters, stateOf, unitsOf, type FileState, type Unit } from './review.ts'

export interface Row {
  key: string
  level: 1 | 2
  file: FileReading
  state: FileState
  /** The article of this line; also that of a file with a single one. */
  article: ImportArticle | null
  /** What comes in or stays out with this line. */
  units: readonly Unit[]
  /** null: there is nothing beneath. */
  isExpanded: boolean | null
  /** Stands for the articles that are not listed. */
  isRest: boolean
}

export type Shown = 'all' | 'ready' | 'needs' | 'duplicate' | 'refused' | 'reading'
export const SHOWN: readonly Shown[] = ['all', 'ready', 'needs', 'duplicate', 'refused', 'reading']

/** Where a file counts: one that could come in as it is, but whose letters should be looked at first, asks something too. */
function placeOf(file: FileReading): Exclude<Shown, 'all'> {
  const state = stateOf(file)
  if (state === 'project') return 'ready'
  return asksLetters(file) ? 'needs' : state
}

export function rowsOf(files: readonly FileReading[], expanded: ReadonlySet<string>, shown: Shown): Row[] {
  return files.flatMap((file) => {
    const state = stateOf(file)
    if (shown !== 'all' && placeOf(file) !== shown) return []
    const units = unitsOf(file)
    const key = file.staged.stagedId
    const isMany = units.length > 1
    const head: Row = {
      key,
      level: 1,
      file,
      state,
      article: isMany ? null : (units[0]?.article ?? null),
      units,
      isExpanded: isMany ? expanded.has(key) : null,
      isRest: false,
    }
    if (!head.isExpanded) return [head]
    return [
      head,
      ...units.map((unit) => ({
        key: unit.key,
        level: 2 as const,
        file,
        state,
        article: unit.article,
        units: [unit],
        isExpanded: null,
        isRest: unit.article === null,
      })),
    ]
  })
}

/** How many files are in which state, for the choice of what is shown. */
export function stateCounts(files: readonly FileReading[]): Record<Shown, number> {
  const counts: Record<Shown, number> = { all: files.length, ready: 0, needs: 0, duplicate: 0, refused: 0, reading: 0 }
  for (const file of files) counts[placeOf(file)]++
  return counts
}
