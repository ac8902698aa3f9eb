/** What the tags of a file would change. A letter has one tag, a name too; a field that is there keeps its type. */
import type { Tag, TagFields } from '../../shared/domain/codebook.ts'
import type { TagFieldInput } from '../../shared/domain/tag-field.ts'
import { foldName } from '../../shared/text/fold.ts'
import { capital, listTags } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'
import type { FileTag } from './file.ts'
import { findExamples } from './find-examples.ts'
import { matchRows } from './match.ts'
import { parentKey, rowKey } from './normalise.ts'
import { placeChange, treeOf } from './plan-place.ts'
import { kept, textChange, valueChange, type Conflict, type PartPlan, type PlannedChange } from './plan-types.ts'

export type TagPatch = Partial<TagFields> & { fields?: (TagFieldInput & { uid?: string | null | undefined })[]; examples?: number[] }

export function planTags(db: ReadDb, rows: readonly FileTag[]): PartPlan<'tags', TagPatch> {
  const tags = listTags(db)
  const named = new Map(tags.map((tag) => [foldName(tag.name), tag]))
  const matching = matchRows('tags', rows, tags, (name) => named.get(foldName(name)))
  const letters = new Map(tags.flatMap((tag): [string, string][] => (tag.letter === null || tag.retired ? [] : [[tag.letter, tag.name]])))
  const tree = treeOf(tags)
  const planned = rows.map((row) => {
    const key = rowKey('tags', row.path)
    const name = row.path.at(-1) ?? ''
    const matched = matching.found.get(key)
    const here = matched?.node
    const conflicts: Conflict[] = []
    const holder = named.get(foldName(name))
    if (holder && holder.id !== here?.id) conflicts.push({ kind: 'name', value: name, holder: holder.name })
    const letter = capital(row.letter ?? null)
    const claims = letter !== null && letter !== here?.letter && !(row.retired ?? here?.retired ?? false)
    const lettered = claims ? letters.get(letter) : undefined
    if (lettered !== undefined) conflicts.push({ kind: 'letter', value: letter ?? '', holder: lettered })
    else if (claims) letters.set(letter, name)
    const changes = here
      ? changesOf(db, row, here, { conflicts, isLettered: lettered === undefined, isNamed: holder === undefined || holder.id === here.id })
      : []
    if (here) {
      const { change, conflict } = placeChange('tags', row, here, matching, tree)
      if (change) changes.push(change)
      if (conflict) conflicts.push(conflict)
    }
    const standIn = matching.standIns.get(key) ?? null
    const match = matched ? { id: matched.node.id, name: matched.node.name, by: matched.by } : null
    const { hue = 'grey', definition, useWhen, useNot, shows, retired } = row
    const fields = row.fields?.map((field) => ({ ...field, renamed: [] }))
    const initial = { name, letter: lettered === undefined ? letter : null, hue, definition, useWhen, useNot, shows, retired, fields }
    return { part: 'tags' as const, key, parent: parentKey('tags', row.path), row, match, standIn, changes, conflicts, initial }
  })
  return { rows: planned, problems: [] }
}

function changesOf(
  db: ReadDb,
  row: FileTag,
  here: Tag,
  { conflicts, isLettered, isNamed }: { conflicts: Conflict[]; isLettered: boolean; isNamed: boolean },
): PlannedChange<TagPatch>[] {
  const name = row.path.at(-1) ?? ''
  const letter = row.letter === undefined ? undefined : capital(row.letter)
  return kept<PlannedChange<TagPatch>>([
    isNamed && foldName(name) !== foldName(here.name) ? textChange('name', here.name, name) : null,
    isLettered ? valueChange('letter', here.letter, letter, null) : null,
    valueChange('hue', here.hue, row.hue),
    textChange('definition', here.definition, row.definition),
    textChange('useWhen', here.useWhen, row.useWhen),
    textChange('useNot', here.useNot, row.useNot),
    valueChange('retired', here.retired, row.retired),
    showsChange(here, row),
    fieldsChange(here, row, conflicts),
    findExamples(db, { tagId: here.id }, row.examples),
  ])
}

function showsChange(here: Tag, row: FileTag): PlannedChange<TagPatch> | null {
  if (row.shows === undefined || [...here.shows].sort().join() === [...row.shows].sort().join()) return null
  return {
    field: 'shows',
    here: here.shows.join(', '),
    there: row.shows.join(', '),
    fills: here.shows.length === 0,
    patch: { shows: row.shows },
  }
}

/** Fields and choices that are missing here are added; none is ever taken away. */
function fieldsChange(here: Tag, row: FileTag, conflicts: Conflict[]): PlannedChange<TagPatch> | null {
  const now = here.fields.map((field): NonNullable<TagPatch['fields']>[number] => ({ ...field, renamed: [] }))
  const missing: string[] = []
  for (const field of row.fields ?? []) {
    const known = now.find((other) => foldName(other.name) === foldName(field.name))
    if (!known) {
      now.push({ name: field.name, type: field.type, choices: field.choices, renamed: [], uid: field.uid })
      missing.push(field.name)
    } else if (known.type !== field.type) conflicts.push({ kind: 'field-type', value: field.name, holder: here.name })
    else {
      const choices = field.choices.filter((choice) => !known.choices.includes(choice))
      known.choices = [...known.choices, ...choices]
      missing.push(...choices.map((choice) => `${field.name}: ${choice}`))
    }
  }
  if (missing.length === 0) return null
  return {
    field: 'fields',
    here: here.fields.map((field) => field.name).join(', '),
    there: missing.join(', '),
    fills: true,
    patch: { fields: now },
  }
}
