/** The state of a review: files as they are read, and what is decided about them. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Staged } from '../../../shared/domain/import.ts'
import type { DraftErrors, MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import { PreviewReader, type FileReading, type HowToRead } from './preview-reader.ts'
import { isTicked, NO_CHOICES, twinsOf, unitsOf, withDraft, withTicks, type Choices, type ProjectChoice, type Unit } from './review.ts'

export interface Review {
  files: readonly FileReading[]
  choices: Choices
  twins: ReadonlyMap<string, string>
  errors: ReadonlyMap<string, DraftErrors>
  setErrors(errors: ReadonlyMap<string, DraftErrors>): void
  isTicked(unit: Unit): boolean
  tick(keys: readonly string[], value: boolean): void
  draft(key: string, typed: Partial<MetadataDraft> | null): void
  /** The same values into many. */
  draftAll(units: readonly Unit[], patch: Partial<MetadataDraft>): void
  resetDrafts(units: readonly Unit[]): void
  putInto(stagedIds: readonly string[], added: readonly string[], removed: readonly string[]): void
  remember(stagedId: string, value: boolean): void
  project(stagedId: string, choice: ProjectChoice): void
  read(stagedId: string, how: HowToRead): void
  /** Articles that come in. */
  wanted: number
}

export function useReview(staged: readonly Staged[]): Review {
  const [reader] = useState(() => new PreviewReader())
  const files = useSyncExternalStore(reader.subscribe, reader.files)
  const [choices, setChoices] = useState<Choices>(NO_CHOICES)
  const [errors, setErrors] = useState<ReadonlyMap<string, DraftErrors>>(new Map())
  useEffect(() => reader.want(staged), [reader, staged])
  useEffect(() => {
    reader.start()
    return () => reader.stop()
  }, [reader])
  const twins = useMemo(() => twinsOf(files), [files])
  const wanted = useMemo(
    () => files.flatMap(unitsOf).reduce((sum, unit) => sum + (isTicked(unit, choices, twins) ? unit.count : 0), 0),
    [files, choices, twins],
  )
  /** What was wrong is looked at again when it is corrected. */
  const forgive = (keys: readonly string[]): void => setErrors((before) => new Map([...before].filter(([key]) => !keys.includes(key))))
  return {
    files,
    choices,
    twins,
    errors,
    setErrors,
    wanted,
    isTicked: (unit) => isTicked(unit, choices, twins),
    tick: (keys, value) => setChoices((before) => withTicks(before, keys, value)),
    draft(key, typed) {
      forgive([key])
      setChoices((before) => withDraft(before, key, typed))
    },
    draftAll(units, patch) {
      forgive(units.map(({ key }) => key))
      setChoices((before) => {
        const drafts = new Map(before.drafts)
        for (const { key, article, file } of units) if (article || !file.preview?.project) drafts.set(key, { ...drafts.get(key), ...patch })
        return { ...before, drafts }
      })
    },
    resetDrafts(units) {
      forgive(units.map(({ key }) => key))
      setChoices((before) => {
        const gone = new Set(units.map(({ key }) => key))
        return { ...before, drafts: new Map([...before.drafts].filter(([key]) => !gone.has(key))) }
      })
    },
    putInto: (stagedIds, added, removed) =>
      setChoices((before) => {
        const collections = new Map(before.collections)
        for (const id of stagedIds) {
          const kept = (collections.get(id) ?? []).filter((choice) => !removed.includes(choice))
          const next = [...new Set([...kept, ...added])]
          if (next.length > 0) collections.set(id, next)
          else collections.delete(id)
        }
        return { ...before, collections }
      }),
    remember: (stagedId, value) =>
      setChoices((before) => {
        const forget = new Set(before.forget)
        if (value) forget.delete(stagedId)
        else forget.add(stagedId)
        return { ...before, forget }
      }),
    project: (stagedId, choice) => setChoices((before) => ({ ...before, projects: new Map(before.projects).set(stagedId, choice) })),
    read: (stagedId, how) => reader.readAgain(stagedId, how),
  }
}
