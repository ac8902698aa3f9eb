/**
 * The tags, issues, parties and codes of a project as the codebook file they would be, so that one way of matching and writing serves
 * both. Every entry ends at one row: loops are cut, names shortened, namesakes that cannot stand side by side told apart or made one.
 */
import type { CodesAs } from '../../shared/domain/import-project.ts'
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import type { Tag } from '../../shared/domain/codebook.ts'
import { foldName } from '../../shared/text/fold.ts'
import { emptyFile, fileIssueSchema, filePartySchema, fileTagSchema, type CodebookFile, type FileRow } from '../codebook/file.ts'
import { nearestHue } from '../codebook/formats/colour.ts'
import { rowKey } from '../codebook/normalise.ts'
import { kept, namedLoss } from '../importers/projects/losses.ts'
import type { ForeignProject, ProjectEntry } from '../importers/project.ts'
import type { ImportLoss } from '../importers/types.ts'

const LONGEST_NAME = 300
const DEEPEST = 60

export interface ProjectCodebook {
  readonly file: CodebookFile
  /** The row of each entry, by its key. */
  readonly rows: Readonly<Record<CodebookPart, ReadonlyMap<string, string>>>
  /** Rows that the project only names; what is here under such a name stays as it is. */
  readonly nameOnly: Readonly<Record<CodebookPart, ReadonlySet<string>>>
  /** What each code is: a tag that is here, or a row. */
  readonly codes: ReadonlyMap<string, { readonly tagId: number } | { readonly part: 'tags' | 'issues'; readonly row: string }>
  readonly lost: readonly ImportLoss[]
}

/** `tags` are those that are here: a code that is called like one of them is that tag. */
export function projectCodebook(
  project: ForeignProject,
  tags: readonly Pick<Tag, 'id' | 'code' | 'name'>[],
  codesAs: CodesAs,
): ProjectCodebook {
  const file = emptyFile(project.name)
  const same: string[] = []
  const looped: string[] = []
  const nameless: string[] = []
  const rows = { tags: new Map<string, string>(), issues: new Map<string, string>(), parties: new Map<string, string>() }
  const nameOnly = { tags: new Set<string>(), issues: new Set<string>(), parties: new Set<string>() }
  const taken = { tags: new Map<string, FileRow>(), issues: new Map<string, FileRow>(), parties: new Map<string, FileRow>() }

  const add = (part: CodebookPart, entries: readonly ProjectEntry[], skip: ReadonlySet<string>): void => {
    const byKey = new Map(entries.map((entry) => [entry.key, entry]))
    const paths = new Map<string, readonly string[]>()
    const visit = (entry: ProjectEntry): readonly string[] => {
      const chain: ProjectEntry[] = []
      const seen = new Set<string>()
      let above: readonly string[] = []
      // Upwards to what is known, then down again: a chain may be longer than the stack.
      for (let at: ProjectEntry | undefined = entry; at; at = at.parent === null ? undefined : byKey.get(at.parent)) {
        const known = paths.get(at.key)
        if (known) {
          above = known
          break
        }
        if (seen.has(at.key)) {
          looped.push(at.name)
          break
        }
        seen.add(at.key)
        chain.unshift(at)
      }
      for (const own of chain) {
        above = place(own, above)
        paths.set(own.key, above)
      }
      return above
    }
    const place = (entry: ProjectEntry, above: readonly string[]): readonly string[] => {
      if (skip.has(entry.key)) return above
      const name = oneLine(entry.name)
      if (name === '') {
        nameless.push(above.join(' › ') || '–')
        return above
      }
      const beneath = above.slice(0, DEEPEST)
      let path = [...beneath, name]
      if (part === 'tags' && taken.tags.has(rowKey(part, path)) && beneath.length > 0)
        path = [...beneath, oneLine(`${beneath.at(-1)} › ${name}`)]
      const key = rowKey(part, path)
      rows[part].set(entry.key, key)
      const known = taken[part].get(key)
      if (known) {
        same.push(name)
        return known.path
      }
      const row = rowOf(part, entry, path)
      taken[part].set(key, row)
      if (entry.isNameOnly) nameOnly[part].add(key)
      ;(file[part] as FileRow[]).push(row)
      return path
    }
    for (const entry of entries) visit(entry)
  }

  const named = new Map(
    tags.flatMap((tag): [string, number][] => [
      [foldName(tag.code), tag.id],
      [foldName(tag.name), tag.id],
    ]),
  )
  const ownTags = new Map(
    (project.codes ?? []).flatMap((code): [string, number][] => {
      const id = named.get(foldName(code.name))
      return id === undefined ? [] : [[code.key, id]]
    }),
  )
  const none = new Set<string>()
  add('tags', project.tags, none)
  add('issues', project.issues, none)
  add('parties', project.parties, none)
  add(codesAs, project.codes ?? [], new Set(ownTags.keys()))
  const codes = new Map(
    (project.codes ?? []).flatMap((code): [string, { tagId: number } | { part: CodesAs; row: string }][] => {
      const tagId = ownTags.get(code.key)
      const row = rows[codesAs].get(code.key)
      if (tagId !== undefined) return [[code.key, { tagId }]]
      return row === undefined ? [] : [[code.key, { part: codesAs, row }]]
    }),
  )
  const lost = [namedLoss('codes-same-name', same), namedLoss('codes-loop', looped), namedLoss('codes-without-name', nameless)]
  return { file, rows, nameOnly, codes, lost: kept(lost) }
}

/** A row that is within the limits of a codebook, with as much of the entry as fits. */
function rowOf(part: CodebookPart, entry: ProjectEntry, path: readonly string[]): FileRow {
  const hue = entry.colour ? nearestHue(entry.colour) : null
  const definition = entry.definition?.trim() ? entry.definition.slice(0, 20_000).toWellFormed() : undefined
  const common = { path, uid: entry.uid }
  const own = {
    ...common,
    ...(hue !== null && { hue }),
    ...(definition !== undefined && (part === 'parties' ? { note: definition } : { definition })),
    ...(part === 'parties' &&
      entry.aliases && {
        aliases: entry.aliases.map((name) => ({ name: oneLine(name), language: null })).filter(({ name }) => name !== ''),
      }),
    ...entry.more,
  }
  const schema = part === 'tags' ? fileTagSchema : part === 'issues' ? fileIssueSchema : filePartySchema
  return schema.safeParse(own).data ?? schema.safeParse(common).data ?? { path: [...path] }
}

function oneLine(name: string): string {
  const line = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line.length <= LONGEST_NAME
    ? line
    : line
        .slice(0, LONGEST_NAME)
        .replace(/[\ud800-\udbff]$/u, '')
        .trim()
}
