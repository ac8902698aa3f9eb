/** Tags and issues of a project of ours with the names and places that another program has given to them, and with the codes it has added. */
import { splitGuidance } from '../../codebook/formats/guidance.ts'
import type { FileIssue, FileTag } from '../../codebook/file.ts'
import type { ForeignProject, ProjectEntry } from '../project.ts'
import { guided, isGroup, partsOf, type CodePart } from './refi-groups.ts'

export interface MergedCodes {
  readonly tags: readonly ProjectEntry<FileTag>[]
  readonly issues: readonly ProjectEntry<FileIssue>[]
  /** Codes of which nobody knows what they are. */
  readonly others: readonly ProjectEntry[]
  readonly partOf: (key: string) => CodePart
  readonly changed: number
}

/** `before`: what was written; `now`: what is there. A code that is gone stays in the codebook: nothing is coded with it any more. */
export function mergedCodes(own: ForeignProject, before: ForeignProject, now: ForeignProject): MergedCodes {
  const parts = new Map<string, CodePart>([
    ...own.tags.map(({ key }): [string, CodePart] => [key, 'tags']),
    ...own.issues.map(({ key }): [string, CodePart] => [key, 'issues']),
  ])
  const codes = now.codes ?? []
  const partOf = partsOf(codes, (key) => parts.get(key))
  const written = new Map((before.codes ?? []).map((code) => [code.key, code]))
  const there = new Map(codes.map((code) => [code.key, code]))
  let changed = [...parts.keys()].filter((key) => !there.has(key)).length
  const renamed = <Row extends FileTag | FileIssue>(entry: ProjectEntry<Row>): ProjectEntry<Row> => {
    const [old, code] = [written.get(entry.key), there.get(entry.key)]
    if (!old || !code || (old.name === code.name && old.definition === code.definition)) return entry
    changed += 1
    const said =
      old.definition === code.definition ? {} : { definition: '', useWhen: '', useNot: '', ...splitGuidance(code.definition ?? '') }
    return { ...entry, name: code.name, ...(entry.more && { more: { ...entry.more, ...said } }) }
  }
  const added = codes.filter(({ key }) => !parts.has(key) && !isGroup(key))
  changed += added.length
  const of = (part: CodePart): ProjectEntry[] => added.filter(({ key }) => partOf(key) === part)
  return {
    tags: [...own.tags.map(renamed), ...of('tags').map(guided)],
    issues: [...own.issues.map(renamed), ...of('issues').map(guided)],
    others: of('codes'),
    partOf,
    changed,
  }
}
