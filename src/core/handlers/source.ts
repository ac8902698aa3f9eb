/** Handlers about where an article came from. */
import type { CommandHandlers, QueryHandlers } from '../session.ts'
import { originalOf, sourceOf } from '../store/source.ts'

export const sourceQueries = {
  'articles.source': ({ db }, { id }) => sourceOf(db, id),
} satisfies Partial<QueryHandlers>

export const sourceCommands = {
  'articles.original': (session, { id }) => {
    const { name, mediaType, bytes } = originalOf(session.opened().read, id)
    const outputId = session.uid()
    session.outputs.add(outputId, { name, mediaType, bytes })
    return { outputId, name, bytes: bytes.byteLength }
  },
} satisfies Partial<CommandHandlers>
