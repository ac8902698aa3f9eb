/** Codes beneath the two groups of our own are tags and issues, not codes of which nobody knows what they are. */
import { splitGuidance } from '../../codebook/formats/guidance.ts'
import { GROUPS } from '../../codebook/formats/qdc.ts'
import type { ForeignProject, ProjectAnnotation, ProjectEntry } from '../project.ts'
import { madeUid } from './uids.ts'

export type CodePart = 'tags' | 'issues' | 'codes'

const PART_OF: ReadonlyMap<string, CodePart> = new Map([
  [GROUPS.tags, 'tags'],
  [GROUPS.issues, 'issues'],
])

export const isGroup = (key: string): boolean => PART_OF.has(key)

/** What each code is, by the nearest of those above it that says so. `known` says it of codes that stand in the file by themselves. */
export function partsOf(codes: readonly ProjectEntry[], known: (key: string) => CodePart | undefined): (key: string) => CodePart {
  const parents = new Map(codes.map(({ key, parent }) => [key, parent]))
  return (key) => {
    const seen = new Set<string>()
    for (let at: string | null = key; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      const part = PART_OF.get(at) ?? known(at)
      if (part) return part
      seen.add(at)
    }
    return 'codes'
  }
}

/** The project with tags and issues where its codes stand beneath our groups; as it is where they do not. */
export function withGroups(project: ForeignProject): ForeignProject {
  const { codes = [] } = project
  if (!codes.some(({ key }) => isGroup(key))) return project
  const partOf = partsOf(codes, () => undefined)
  const of = (part: CodePart): ProjectEntry[] => codes.filter(({ key }) => !isGroup(key) && partOf(key) === part)
  return {
    ...project,
    tags: of('tags').map(guided),
    issues: of('issues').map(guided),
    codes: of('codes'),
    annotations: project.annotations.flatMap((annotation) => coded(annotation, partOf)),
  }
}

/** A code as a tag or an issue: its description is what we write there, and our groups are not above it. */
export const guided = ({ key, uid, name, parent, colour, definition }: ProjectEntry) => ({
  key,
  uid,
  name,
  parent: parent !== null && isGroup(parent) ? null : parent,
  colour,
  more: splitGuidance(definition ?? ''),
})

/** With a tag and issues in place of codes; one annotation for each of several tags, the first with the uid. */
export function coded(
  annotation: ProjectAnnotation,
  partOf: (key: string) => CodePart,
  preferred: string | null = null,
): ProjectAnnotation[] {
  const { codes = [], uid } = annotation
  const of = (part: CodePart): string[] => codes.filter((key) => !isGroup(key) && partOf(key) === part)
  const found = of('tags')
  const tags = preferred !== null && found.includes(preferred) ? [preferred, ...found.filter((key) => key !== preferred)] : found
  const [first = null, ...others] = tags
  const own = { ...annotation, tag: first, issues: of('issues'), codes: of('codes') }
  return [
    own,
    ...others.map((tag) => {
      const other = madeUid('tag', uid ?? annotation.key, tag)
      return { ...own, key: other, uid: other, tag }
    }),
  ]
}
