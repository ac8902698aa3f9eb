/** Handlers of `exports.*`: interchange files, made as jobs. */
import type { ExportFormat } from '../../shared/domain/export.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { chosenFor } from '../exporters/interchange/chosen.ts'
import { exportFormats } from '../exporters/interchange/index.ts'
import { safeName } from '../exporters/safe-name.ts'
import { say } from '../messages.ts'
import { stillOpen, type CommandHandlers, type QueryHandlers, type Session } from '../session.ts'
import { libraryStatus } from '../status.ts'
import { readStatements } from './with-statements.ts'

/** Progress is told in hundredths. */
const STEPS = 100

export const exportQueries = {
  'exports.preview': async ({ db, session }, choice) => {
    const { load, extension } = formatOf(choice.format)
    const { exporter } = await load()
    const { annotations, articleIds } = chosenFor(db, choice)
    return {
      name: nameOf(session, extension),
      articles: articleIds.length,
      annotations: annotations.length,
      lost: exporter.losses(db, choice),
    }
  },
} satisfies Partial<QueryHandlers>

export const exportCommands = {
  'exports.start': (session, choice) => {
    const library = session.opened()
    const { load, extension, mediaType } = formatOf(choice.format)
    const name = nameOf(session, extension)
    const jobId = session.jobs.start('export', STEPS, async (steps) => {
      const { exporter } = await load()
      await readStatements(session)
      const pause = async (share: number): Promise<void> => {
        await steps.step(Math.min(STEPS, Math.floor(share * STEPS)))
        stillOpen(session, library)
      }
      await pause(0)
      const { bytes, lost } = await exporter.write(stillOpen(session, library).read, choice, {
        libraryName: libraryStatus(session).name ?? '',
        pause,
      })
      await pause(1)
      const outputId = session.uid()
      session.outputs.add(outputId, { name, mediaType, bytes })
      return { kind: 'export', outputId, name, mediaType, bytes: bytes.byteLength, lost: [...lost] }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>

function formatOf(format: ExportFormat): NonNullable<(typeof exportFormats)[ExportFormat]> {
  const entry = exportFormats[format]
  if (!entry) throw new ParleyError('invalid-input', { where: 'format' })
  return entry
}

/** A copy of the library is not called like the library: the one without notes must not be taken for the other. */
const nameOf = (session: Session, extension: string): string =>
  safeName(libraryStatus(session).name ?? '', {
    extension: extension === 'parley' ? ` – ${say('export.copyName')}.parley` : `.${extension}`,
    fallback: say('report.untitled'),
  })
