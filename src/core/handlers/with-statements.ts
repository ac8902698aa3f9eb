/**
 * Handlers that compare statements wait until those are in memory, which in a large library takes seconds the first time: read in turns,
 * so that whatever else is asked for is answered meanwhile. Mutations cannot wait: what they need of a cell, its reader has mostly seen.
 */
import { stillOpen, type QueryHandlers, type Session } from '../session.ts'
import { readAhead, statementsReady } from '../store/statement-columns.ts'
import type { ReadDb } from '../store/types.ts'

type AnyQuery = (context: { readonly db: ReadDb; session: Session }, input: never) => unknown

/** The same handlers, each of which waits for the statements of the open library. They reject with `no-library` where it is closed meanwhile. */
export function withStatements<H extends Partial<QueryHandlers>>(handlers: H): H {
  // Each comes out under its own name and with its own types: only when it begins is another.
  return Object.fromEntries(
    Object.entries<AnyQuery>(handlers).map(([name, handler]): [string, AnyQuery] => [
      name,
      async (context, input) => {
        await readStatements(context.session)
        return handler(context, input)
      },
    ]),
  ) as H
}

/** Resolves when the statements of the open library are in memory. Throws `no-library` where none is open, or another by then. */
export async function readStatements(session: Session): Promise<void> {
  const library = session.opened()
  await statementsReady(library.read, () => void stillOpen(session, library))
}

/** Begins to read those of a large library before anyone asks, whenever nothing else is to be done. */
export function readStatementsAhead(session: Session): void {
  const { library } = session
  if (library) void readAhead(library.read, () => void stillOpen(session, library))
}
