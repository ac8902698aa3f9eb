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
  names: readonly string[]
}

/** The one that is called so. Throws UsageError that lists what there is. */
function one(what: string, text: string, all: readonly Named[]): number {
  const wanted = foldName(text)
  const found = all.find(({ names }) => names.some((name) => foldName(name) === wanted))
  if (found) return found.id
  const known = all.map(({ names }) => names[0] ?? '')
  const listed = [...known.slice(0, LISTED), ...(known.length > LISTED ? ['…'] : [])].join(', ')
  throw new UsageError(say('cli.filter.unknown', { what, name: text, known: listed }))
}

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
  const written = text.split(/\s*[>›]\s*/).join(PATH_SEPARATOR)
  return one(say('cli.filter.issue'), written, issues.map(({ id, path, name }) => ({ id, names: [path.join(PATH_SEPARATOR), name] }))) // prettier-ignore
}

export async function findCollection(client: Client, text: string): Promise<number> {
  const collections = await client.call('collections.list', {})
  return one(say('cli.filter.collection'), text, collections.map(({ id, name }) => ({ id, names: [name] }))) // prettier-ignore
}

export async function findCoder(client: Client, text: string): Promise<number> {
  const [coders] = await client.call('articles.facets', { filter: {}, facets: ['coder'] })
  return one(say('cli.filter.coder'), text, (coders?.values ?? []).map(({ value, label }) => ({ id: Number(value), names: [label ?? value] }))) // prettier-ignore
}
