/** Lines of a table on a terminal, and the names that stand in them. */
import { PATH_SEPARATOR } from '../shared/domain/codebook.ts'
import type { Client } from '../shared/rpc/client.ts'

/** Marks that turn the direction of what comes after them: left in a name, they would show other columns than there are. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A line of a table. What would break it, or steer a terminal, becomes a space or goes: names and titles may hold anything. */
export const line = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell) =>
      String(cell)
        .replaceAll(TURNS, '')
        .replaceAll(/[\s\p{Cc}]+/gu, ' '),
    )
    .join('\t')

/** Names of the codebook by id; issues with their path. */
export async function codebookNames(client: Client) {
  const [tags, parties, issues] = await Promise.all([
    client.call('tags.list', {}),
    client.call('parties.list', {}),
    client.call('issues.list', {}),
  ])
  return {
    tags: new Map(tags.map((tag) => [tag.id, tag.name])),
    parties: new Map(parties.map((party) => [party.id, party.name])),
    issues: new Map(issues.map((issue) => [issue.id, issue.path.join(PATH_SEPARATOR)])),
  }
}
