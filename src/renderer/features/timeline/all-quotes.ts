/** Quotes of any number of statements, asked for in as many questions as it takes: for a table that is copied whole. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import { MOST_ROWS_SHOWN } from './timeline-rows.ts'

/** By id; what is gone is left out. Throws ParleyError where the core does not answer. */
export async function allQuotes(ids: readonly number[]): Promise<Map<number, Evidence>> {
  const found = new Map<number, Evidence>()
  for (let start = 0; start < ids.length; start += MOST_ROWS_SHOWN) {
    const page = await sharedClient().call('evidence.byIds', { ids: ids.slice(start, start + MOST_ROWS_SHOWN) })
    for (const one of page) found.set(one.id, one)
  }
  return found
}
