/** What can be done to an entry of any part: one name for each act, whichever noun of the contract it goes to. */
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import type { MoveInput } from '../../../shared/domain/codebook-changes.ts'
import { hueSchema, parseIssuePath, type Hue } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'

export interface PartActions {
  /** Resolves to the id of what was made, or of what has that name already; undefined where it was refused. */
  create: (name: string, parentId: number | null) => Promise<number | undefined>
  rename: (id: number, name: string) => Promise<boolean>
  move: (input: MoveInput) => Promise<boolean>
  retire: (id: number, retired: boolean) => Promise<boolean>
  /** Resolves to whether it was done. */
  merge: (id: number, intoId: number) => Promise<boolean>
  /** `moveTo`: the tag that the annotations of a removed tag get. */
  remove: (id: number, moveTo: number | null) => Promise<boolean>
}

export function usePartActions(part: CodebookPart, codebook: Codebook): PartActions {
  const tags = useTagActions(codebook)
  const issues = useIssueActions(codebook)
  const parties = usePartyActions()
  return { tags, issues, parties }[part]
}

const isDone = (answer: unknown): boolean => answer !== undefined

function useTagActions({ tags }: Codebook): PartActions {
  const create = useAction('tags.create')
  const update = useAction('tags.update')
  const move = useAction('tags.move')
  const merge = useAction('tags.merge')
  const remove = useAction('tags.remove')
  /** The first hue that no tag has yet. */
  const freeHue = (): Hue => hueSchema.options.find((hue) => !tags.some((known) => known.hue === hue)) ?? 'grey'
  return {
    create: async (name, parentId) => {
      const parent = tags.find((tag) => tag.id === parentId)
      const made = await create.run({ name, parentId, hue: parent?.hue ?? freeHue(), ...(parent && { shows: parent.shows }) })
      return made?.id
    },
    rename: async (id, name) => isDone(await update.run({ id, patch: { name } })),
    move: async (input) => isDone(await move.run(input)),
    retire: async (id, retired) => isDone(await update.run({ id, patch: { retired } })),
    merge: async (id, intoId) => isDone(await merge.run({ id, intoId })),
    remove: async (id, moveTo) => isDone(await remove.run({ id, moveTo })),
  }
}

function useIssueActions({ issues }: Codebook): PartActions {
  const create = useAction('issues.create')
  const update = useAction('issues.update')
  const move = useAction('issues.move')
  const merge = useAction('issues.merge')
  const remove = useAction('issues.remove')
  return {
    /** "Border › Crossings" makes what is missing of it. */
    create: async (typed, parentId) => {
      let at = parentId
      for (const name of parseIssuePath(typed)) {
        const known = issues.find((issue) => issue.parentId === at && issue.name.toLocaleLowerCase() === name.toLocaleLowerCase())
        const made = known ?? (await create.run({ name, parentId: at }))
        if (!made) return undefined
        at = made.id
      }
      return at ?? undefined
    },
    rename: async (id, name) => isDone(await update.run({ id, patch: { name } })),
    move: async (input) => isDone(await move.run(input)),
    retire: async (id, retired) => isDone(await update.run({ id, patch: { retired } })),
    merge: async (id, intoId) => isDone(await merge.run({ id, intoId })),
    remove: async (id) => isDone(await remove.run({ id })),
  }
}

function usePartyActions(): PartActions {
  const create = useAction('parties.create')
  const update = useAction('parties.update')
  const move = useAction('parties.move')
  const merge = useAction('parties.merge')
  const remove = useAction('parties.remove')
  return {
    create: async (name, parentId) => (await create.run({ name, parentId }))?.id,
    rename: async (id, name) => isDone(await update.run({ id, patch: { name } })),
    move: async (input) => isDone(await move.run(input)),
    retire: async (id, retired) => isDone(await update.run({ id, patch: { retired } })),
    merge: async (id, intoId) => isDone(await merge.run({ id, intoId })),
    remove: async (id) => isDone(await remove.run({ id })),
  }
}
