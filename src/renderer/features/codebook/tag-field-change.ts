/** Changes to the list of a tag's fields, as new lists. Pure. */
import type { TagField, TagFieldInput } from '../../../shared/domain/tag-field.ts'

/** Makes the new list of the one that is there when its turn comes. */
export type FieldChange = (now: readonly TagFieldInput[]) => TagFieldInput[]

/** A field as it is, for sending back. */
export const asInput = ({ id, name, type, choices }: TagField): TagFieldInput => ({ id, name, type, choices: [...choices], renamed: [] })

/** Choices of a typed line: divided by commas or semicolons of any script, or by lines. */
export const choicesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;،؛、，；\n]/u)
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ''),
  ),
]

/** The list with one field changed. */
export const withField = (fields: readonly TagFieldInput[], id: number, change: (field: TagFieldInput) => TagFieldInput): TagFieldInput[] =>
  fields.map((field) => (field.id === id ? change(field) : field))

/** The list with one field moved by a number of places, as far as there are places. */
export function movedField(fields: readonly TagFieldInput[], id: number, by: number): TagFieldInput[] {
  const from = fields.findIndex((field) => field.id === id)
  const moved = fields[from]
  if (!moved) return [...fields]
  const others = fields.filter((field) => field.id !== id)
  return others.toSpliced(Math.min(others.length, Math.max(0, from + by)), 0, moved)
}

/** A choice with another name, values and all; an empty name, or that of another choice, joins nothing and changes nothing. */
export function renamedChoice(field: TagFieldInput, from: string, to: string): TagFieldInput {
  if (to === '' || field.choices.includes(to)) return field
  return { ...field, choices: field.choices.map((choice) => (choice === from ? to : choice)), renamed: [{ from, to }] }
}
