/** Entries of the library by the names a person writes on the command line: any case, accents or not, aliases, paths with " > ". */
import { PATH_SEPARATOR } from '../shared/domain/codebook.ts'
import type { Client } from '../shared/rpc/client.ts'
import { foldName } from '../shared/text/fold.ts'
import { UsageError } from './console.ts'
import { say } from './words.ts'

/** Most names that an error lists. */
const LISTED = 30

interface Named {
  id: number
  /** What tells it from all others (its path, its code), then what else it is called. */
  names: readonly [string, ...string[]]
}

/** The one that is called so: what tells it from others goes before a name that may mean several. Throws UsageError that lists what is meant. */
function one(what: string, text: string, all: readonly Named[]): number {
  const wanted = new Set([foldName(text), foldName(text.split(/\s*[>›]\s*/).join(PATH_SEPARATOR))])
  const isCalled = (name: string): boolean => wanted.has(foldName(name))
  const exact = all.filter(({ names }) => isCalled(names[0]))
  const found = exact.length > 0 ? exact : all.filter(({ names }) => names.some(isCalled))
  const [first] = found
  if (first && found.length === 1) return first.id
  if (first) throw new UsageError(say('cli.filter.several', { what, name: text, known: listed(found) }))
  throw new UsageError(say('cli.filter.unknown', { what, name: text, known: listed(all) }))
}

const listed = (all: readonly Named[]): string =>
  [...all.slice(0, LISTED).map(({ names }) => names[0]), ...(all.length > LISTED ? ['…'] : [])].join(', ')

export async function findTag(client: Client, text: string): Promise<number> {
  const tags = await client.call('tags.list', {})
  return one(say('cli.filter.tag'), text, tags.map(({ id, name, code }) => ({ id, names: [code ?? name, name] }))) // prettier-ignore
}

export async function findParty(client: Client, text: string): Promise<number> {
  const parties = await client.call('parties.list', {})
  return one(say('cli.filter.party'), text, parties.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases.map((alias) => alias.name)] }))) // prettier-ignore
}

/** By its name, or by its path where the name alone means several. */
export async function findIssue(client: Client, text: string): Promise<number> {
  const issues = await client.call('issues.list', {})
  return one(say('cli.filter.issue'), text, issues.map(({ id, path, name }) => ({ id, names: [path.join(PATH_SEPARATOR), name] }))) // prettier-ignore
}

/** By its name, or by its path where the name alone means several. */
export async function findCollection(client: Client, text: string): Promise<number> {
  const collections = await client.call('collections.list', {})
  const byId = new Map(collections.map((collection) => [collection.id, collection]))
  const pathOf = (id: number): string[] => {
    const path: string[] = []
    for (let at = byId.get(id); at; at = at.parentId === null ? undefined : byId.get(at.parentId)) path.unshift(at.name)
    return path
  }
  return one(say('cli.filter.collection'), text, collections.map(({ id, name }) => ({ id, names: [pathOf(id).join(PATH_SEPARATOR), name] }))) // prettier-ignore
}

export async function findCoder(client: Client, text: string): Promise<number> {
  const [coders] = await client.call('articles.facets', { filter: {}, facets: ['coder'] })
  return one(say('cli.filter.coder'), text, (coders?.values ?? []).map(({ value, label }) => ({ id: Number(value), names: [label ?? value] }))) // prettier-ignore
}
