/** `ledger`: threads with their status, overdue and unanswered first; the very rows that the window shows. */
import { ledgerInputSchema, type LedgerRow } from '../shared/domain/ledger.ts'
import { threadKindSchema, threadStatusSchema } from '../shared/domain/thread-status.ts'
import type { Client } from '../shared/rpc/client.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { withLibrary } from './library.ts'
import { findParty } from './names.ts'
import { codebookNames, line } from './table.ts'
import { say } from './words.ts'

export const ledgerCommand: CommandSpec = {
  name: 'ledger',
  usage: `ledger --library FILE [--kind KIND] [--status STATUS] [--owner PARTY] [--addressee PARTY] [--text WORDS] [--as-of DAY] ${FILTER_USAGE}`,
  options: {
    ...FILTER_OPTIONS,
    kind: { type: 'string', multiple: true },
    // Of the thread, not of the coding as elsewhere.
    status: { type: 'string', multiple: true },
    owner: { type: 'string', multiple: true },
    addressee: { type: 'string', multiple: true },
    text: { type: 'string' },
    'as-of': { type: 'string' },
  },
  example: 'parley ledger --kind commitment --status overdue --library talks.parley',
  run: ({ options: { status, ...options }, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const filter = await readFilter(client, options)
      const ledger = await client.call('threads.ledger', {
        kinds: oneOf('kind', options.kind, threadKindSchema.options),
        statuses: oneOf('status', status, threadStatusSchema.options),
        owners: await parties(client, options.owner),
        addressees: await parties(client, options.addressee),
        text: typeof options.text === 'string' ? options.text : undefined,
        asOf: readDay(options['as-of']),
        ...(Object.keys(filter).length > 0 && { filter }),
      })
      if (json) return out.json(ledger)
      const names = await codebookNames(client)
      const party = (id: number | null): string => (id === null ? '-' : (names.parties.get(id) ?? '-'))
      for (const row of ledger.rows)
        out.text(
          line([
            row.id,
            row.kind,
            row.override === null ? row.status : `${row.status}*`,
            party(row.ownerId),
            party(row.addresseeId),
            row.title,
            ...figures(row),
          ]),
        )
    }),
}

/** First raised, last heard, deadline, answers, outlets, days open. */
const figures = ({ firstRaised, lastHeard, deadline, answers, outlets, daysOpen, isDaysLeast }: LedgerRow): (string | number)[] => [
  firstRaised?.date ?? '-',
  lastHeard?.date ?? '-',
  deadline ?? '-',
  answers,
  outlets,
  daysOpen === null ? '-' : isDaysLeast ? `>=${daysOpen}` : daysOpen,
]

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** Throws UsageError naming the words there are. */
function oneOf<T extends string>(option: string, value: unknown, words: readonly T[]): T[] | undefined {
  const texts = textsOf(value)
  const found = words.filter((word) => texts.includes(word))
  if (texts.some((text) => !words.some((word) => word === text)))
    throw new UsageError(say('cli.filter.oneOf', { option, words: words.join(', ') }))
  return found.length > 0 ? found : undefined
}

async function parties(client: Client, value: unknown): Promise<number[] | undefined> {
  const texts = textsOf(value)
  return texts.length > 0 ? Promise.all(texts.map((text) => findParty(client, text))) : undefined
}

/** Throws UsageError for what is no day. */
function readDay(value: unknown): string | undefined {
  const day = ledgerInputSchema.shape.asOf.safeParse(value)
  if (!day.success) throw new UsageError(`--as-of: ${day.error.issues[0]?.message}`)
  return day.data
}
