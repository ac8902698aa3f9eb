/**
 * A project of another tool, or another library, on its way in: what it would bring, what differs from what is here, and the choices a
 * person has.
 */
import { z } from 'zod'

/** Kinds of things that a project brings. */
export const projectKindSchema = z.enum(['articles', 'annotations', 'tags', 'issues', 'parties', 'threads', 'collections', 'stories'])
export type ProjectKind = z.infer<typeof projectKindSchema>

/**
 * What happens to things that are here already and differ there; new ones always come in, and what was removed here stays away.
 * new: nothing is changed; fill: values come in where nothing stands here; theirs: their values replace those that stand here.
 */
export const projectTakeSchema = z.enum(['new', 'fill', 'theirs'])
export type ProjectTake = z.infer<typeof projectTakeSchema>

/** What codes of another tool become, where they do not say it themselves. A code that is called like a tag here is that tag. */
export const codesAsSchema = z.enum(['tags', 'issues'])
export type CodesAs = z.infer<typeof codesAsSchema>

/** How many of a kind are new; the same here; differ only where nothing stands here; differ from what stands here; or are gone on one side. */
export const projectCountsSchema = z.object({
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  conflict: z.int(),
  /** Were here and were removed, here or there: an import neither brings them back nor removes them. */
  gone: z.int(),
})
export type ProjectCounts = z.infer<typeof projectCountsSchema>

/** One value that differs: `name` is a title, a quote or a name; `field` is a word of the contract ("stance", "definition", "text"). */
export const projectDifferenceSchema = z.object({
  kind: projectKindSchema,
  name: z.string(),
  field: z.string(),
  /** Both as text, cut to 500 UTF-16 units; '' for nothing. */
  here: z.string(),
  there: z.string(),
  /** changed: nothing stands here; conflict: both have a value. */
  state: z.enum(['changed', 'conflict']),
})
export type ProjectDifference = z.infer<typeof projectDifferenceSchema>

export const projectPreviewSchema = z.object({
  /** The tool and its version, as it names itself. */
  origin: z.string(),
  name: z.string(),
  articles: z.int(),
  annotations: z.int(),
  tags: z.int(),
  issues: z.int(),
  parties: z.int(),
  /** Codes that become tags or issues as `codesAs` says; counted among those in `kinds`. 0: there is nothing to choose. */
  codes: z.int().default(0),
  /** Kinds that the project has any of, in the order of `projectKindSchema`. */
  kinds: z.array(z.object({ kind: projectKindSchema, counts: projectCountsSchema })).default([]),
  /** The first 100 values that differ, conflicts first. */
  differences: z.array(projectDifferenceSchema).default([]),
  /** How many there are in all. */
  differ: z.int().default(0),
})
export type ProjectPreview = z.infer<typeof projectPreviewSchema>
