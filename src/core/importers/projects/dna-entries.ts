/** Values of a DNA project as parties, issues and tags, and which variable plays which part in a statement. */
import type { DnaData, DnaEntity, DnaVariable } from '../../store/foreign/dna.ts'
import type { FileIssue, FileParty, FileTag } from '../../codebook/file.ts'
import type { ProjectEntry } from '../project.ts'
import type { ImportLoss } from '../types.ts'
import { madeUid } from './uids.ts'

/** What a variable is to a statement here. */
export type DnaRole = 'person' | 'organization' | 'concept' | 'agreement' | 'note'

const NAMES: Readonly<Record<string, DnaRole>> = {
  person: 'person',
  actor: 'person',
  speaker: 'person',
  organization: 'organization',
  organisation: 'organization',
  concept: 'concept',
  category: 'concept',
  issue: 'concept',
  agreement: 'agreement',
}

/** By the name of the variable and its type of data; one variable a role and type of statement. */
export function rolesOf({ variables }: DnaData): ReadonlyMap<number, DnaRole> {
  const roles = new Map<number, DnaRole>()
  const taken = new Set<string>()
  for (const { id, name, dataType, typeId } of variables) {
    const named = NAMES[name.trim().toLowerCase()] ?? 'note'
    const fits = named === 'agreement' ? dataType === 'boolean' : dataType === 'short text'
    const isFree = !taken.has(`${typeId} ${named}`)
    roles.set(id, fits && isFree ? named : 'note')
    if (fits) taken.add(`${typeId} ${named}`)
  }
  return roles
}

export const partyKey = (id: number): string => `entity-${id}`
export const tagKey = (typeId: number): string => `type-${typeId}`

export interface DnaEntries {
  readonly lists: {
    readonly tags: readonly ProjectEntry<FileTag>[]
    readonly issues: readonly ProjectEntry<FileIssue>[]
    readonly parties: readonly ProjectEntry<FileParty>[]
  }
  readonly lost: readonly ImportLoss[]
}

export function dnaEntries(data: DnaData, roles: ReadonlyMap<number, DnaRole>): DnaEntries {
  const variables = new Map(data.variables.map((variable) => [variable.id, variable]))
  const above = organizationsOf(data, roles)
  const issues: ProjectEntry<FileIssue>[] = []
  const parties: ProjectEntry<FileParty>[] = []
  let others = 0
  const used = new Set(
    data.statements.flatMap(({ values }) => [...values.values()].flatMap((value) => ('entity' in value ? [value.entity] : []))),
  )
  for (const entity of data.entities) {
    if (entity.value.trim() === '') continue
    const role = roles.get(entity.variableId) ?? 'note'
    const entry = entryOf(entity, variables.get(entity.variableId))
    const about = attributesText(entity)
    if (role === 'concept') issues.push({ ...entry, ...(about !== '' && { definition: about }) })
    else if (role === 'person') {
      const parent = entity.childOf ?? above.get(entity.id) ?? null
      parties.push({ ...entry, parent: parent === null ? null : partyKey(parent), more: partyOf(entity, 'person') })
    } else if (role === 'organization') parties.push({ ...entry, more: partyOf(entity, 'organisation') })
    else if (!used.has(entity.id)) others += 1
  }
  return { lists: { tags: tagsOf(data, roles), issues, parties }, lost: [{ code: 'dna-unused-values', count: others }] }
}

/** A statement about an issue is a position; a statement of any other type is of a kind of its own. */
function tagsOf({ types, variables, statements }: DnaData, roles: ReadonlyMap<number, DnaRole>): ProjectEntry<FileTag>[] {
  const used = new Set(statements.map(({ typeId }) => typeId))
  const aboutIssues = new Set(variables.filter(({ id }) => roles.get(id) === 'concept').map(({ typeId }) => typeId))
  return types
    .filter(({ id, label }) => used.has(id) && !aboutIssues.has(id) && label.trim() !== '')
    .map(({ id, label, colour }) => ({ key: tagKey(id), uid: madeUid('dna-type', label), name: label.trim(), parent: null, colour }))
}

function entryOf(entity: DnaEntity, variable: DnaVariable | undefined): ProjectEntry<never> {
  return {
    key: partyKey(entity.id),
    uid: madeUid('dna-value', variable?.name ?? '', entity.value),
    name: entity.value.trim(),
    parent: entity.childOf === null ? null : partyKey(entity.childOf),
    colour: entity.colour,
  }
}

function partyOf(entity: DnaEntity, kind: 'person' | 'organisation'): FileParty {
  const alias = entity.attributes.find(([name]) => name.toLowerCase() === 'alias')?.[1].trim()
  const note = attributesText(entity)
  return { kind, ...(note !== '' && { note }), ...(alias && { aliases: [{ name: alias, language: null }] }) } as FileParty
}

/** "Type: Business", one a line; the alias has a place of its own for parties and is told with the rest for issues. */
function attributesText({ attributes }: DnaEntity): string {
  return attributes.map(([name, value]) => `${name}: ${value.trim()}`).join('\n')
}

/** The organization with which each person speaks most often. */
function organizationsOf({ statements }: DnaData, roles: ReadonlyMap<number, DnaRole>): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const { values } of statements) {
    const of = (role: DnaRole): number | null => {
      for (const [variable, value] of values) if (roles.get(variable) === role && 'entity' in value) return value.entity
      return null
    }
    const [person, organization] = [of('person'), of('organization')]
    if (person === null || organization === null) continue
    const own = counts.get(person) ?? new Map<number, number>()
    counts.set(person, own.set(organization, (own.get(organization) ?? 0) + 1))
  }
  return new Map(
    [...counts].flatMap(([person, own]): [number, number][] => {
      const [most] = [...own].toSorted(([, one], [, other]) => other - one)
      return most ? [[person, most[0]]] : []
    }),
  )
}
