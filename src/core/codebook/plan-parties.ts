/** What the parties of a file would change. A name leads to one party; aliases and affiliations are added, none is taken away. */
import type { CodebookProblem } from '../../shared/domain/codebook-import.ts'
import type { Affiliation, Alias, Party, PartyFields } from '../../shared/domain/party.ts'
import { foldName } from '../../shared/text/fold.ts'
import { isAliasValid } from '../store/party-aliases.ts'
import { listParties } from '../store/parties.ts'
import type { ReadDb } from '../store/types.ts'
import type { FileParty } from './file.ts'
import { matchRows } from './match.ts'
import { parentKey, rowKey } from './normalise.ts'
import { placeChange, treeOf } from './plan-place.ts'
import { kept, textChange, valueChange, type Conflict, type PartPlan, type PlannedChange } from './plan-types.ts'

/** An affiliation with a party here, or with a row of the file that may be new. */
export type PlannedAffiliation = Omit<Affiliation, 'withId'> & { with: number | { key: string } }
export type PartyPatch = Partial<Omit<PartyFields, 'affiliations'>> & { affiliations?: PlannedAffiliation[] }

export function planParties(db: ReadDb, rows: readonly FileParty[]): PartPlan<'parties', PartyPatch> {
  const parties = listParties(db)
  const named = new Map(parties.flatMap((party) => [...party.aliases, party].map(({ name }): [string, Party] => [foldName(name), party])))
  const matching = matchRows('parties', rows, parties, (name) => named.get(foldName(name)))
  const keys = new Map(rows.map((row) => [foldName(row.path.at(-1) ?? ''), rowKey('parties', row.path)]))
  /** Who has a name once the file is in: a party here, or a row. */
  const holders = new Map<string, string>([...keys].map(([fold, key]) => [fold, key]))
  const problems: CodebookProblem[] = []
  const tree = treeOf(parties)
  const planned = rows.map((row) => {
    const key = rowKey('parties', row.path)
    const name = row.path.at(-1) ?? ''
    const matched = matching.found.get(key)
    const here = matched?.node
    const conflicts: Conflict[] = []
    const holder = named.get(foldName(name))
    const isTaken = holder !== undefined && holder.id !== here?.id
    if (isTaken) conflicts.push({ kind: 'name', value: name, holder: holder.name })
    const own = new Set([...(here ? [here.name, ...here.aliases.map((alias) => alias.name)] : []), name].map(foldName))
    const aliases = (row.aliases ?? []).filter((alias) => {
      const fold = foldName(alias.name)
      if (own.has(fold)) return false
      const other = named.get(fold)?.name ?? holders.get(fold)
      if (other !== undefined) conflicts.push({ kind: 'alias', value: alias.name, holder: other })
      else if (!isAliasValid(alias))
        problems.push({ code: 'row', details: { part: 'parties', row: rows.indexOf(row) + 1, field: 'aliases', problem: alias.name } })
      else {
        holders.set(fold, name)
        own.add(fold)
        return true
      }
      return false
    })
    const affiliations = affiliationsOf(row, here, { named, matching, keys, problems })
    const changes = here ? changesOf(row, here, { isNamed: !isTaken && matched.by !== 'name', aliases, affiliations }) : []
    if (here) {
      const { change, conflict } = placeChange('parties', row, here, matching, tree)
      if (change) changes.push(change)
      if (conflict) conflicts.push(conflict)
    }
    const standIn = matching.standIns.get(key) ?? null
    const match = matched ? { id: matched.node.id, name: matched.node.name, by: matched.by } : null
    const { kind, role, hue, note, retired } = row
    const initial = { name, kind, role, hue, note, retired, aliases, affiliations }
    return { part: 'parties' as const, key, parent: parentKey('parties', row.path), row, match, standIn, changes, conflicts, initial }
  })
  return { rows: planned, problems }
}

function changesOf(
  row: FileParty,
  here: Party,
  { isNamed, aliases, affiliations }: { isNamed: boolean; aliases: Alias[]; affiliations: PlannedAffiliation[] },
): PlannedChange<PartyPatch>[] {
  const name = row.path.at(-1) ?? ''
  const names = (list: readonly { name: string }[]): string => list.map((alias) => alias.name).join(', ')
  return kept<PlannedChange<PartyPatch>>([
    isNamed && foldName(name) !== foldName(here.name) ? textChange('name', here.name, name) : null,
    valueChange('kind', here.kind, row.kind, 'other'),
    valueChange('role', here.role, row.role, 'none'),
    valueChange('hue', here.hue, row.hue, null),
    textChange('note', here.note, row.note),
    valueChange('retired', here.retired, row.retired),
    aliases.length === 0
      ? null
      : {
          field: 'aliases',
          here: names(here.aliases),
          there: names(aliases),
          fills: true,
          patch: { aliases: [...here.aliases, ...aliases] },
        },
    affiliations.length === 0
      ? null
      : {
          field: 'affiliations',
          here: String(here.affiliations.length),
          there: String(here.affiliations.length + affiliations.length),
          fills: true,
          patch: { affiliations },
        },
  ])
}

interface Names {
  named: ReadonlyMap<string, Party>
  matching: { found: ReadonlyMap<string, { node: Party }> }
  keys: ReadonlyMap<string, string>
  problems: CodebookProblem[]
}

/** Affiliations that are missing here. */
function affiliationsOf(row: FileParty, here: Party | undefined, { named, matching, keys, problems }: Names): PlannedAffiliation[] {
  const known = new Set(here?.affiliations.map(({ withId, since, until, note }) => JSON.stringify([withId, since, until, note])))
  return (row.affiliations ?? []).flatMap(({ with: name, since, until, note }) => {
    const key = keys.get(foldName(name))
    const id =
      (key === undefined ? undefined : matching.found.get(key)?.node.id) ?? (key === undefined ? named.get(foldName(name))?.id : undefined)
    const isItself = (key !== undefined && key === rowKey('parties', row.path)) || (id !== undefined && id === here?.id)
    if (isItself || (id === undefined && key === undefined)) {
      problems.push({ code: 'affiliation', details: { name: row.path.at(-1) ?? '', with: name } })
      return []
    }
    if (id !== undefined && known.has(JSON.stringify([id, since, until, note]))) return []
    return [{ with: id ?? { key: key ?? '' }, since, until, note }]
  })
}
