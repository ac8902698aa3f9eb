/** `new`, `check`, `backup`, `serve`: commands about a library as a whole. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { libraryPath, withCore, withLibrary } from './library.ts'
import { say } from './words.ts'

export const newCommand: CommandSpec = {
  name: 'new',
  usage: 'new --library FILE [--sample]',
  options: { sample: { type: 'boolean' } },
  example: 'parley new --library talks.parley',
  async run({ options, json, out }) {
    const path = libraryPath(options.library)
    if (existsSync(path)) throw new ParleyError('library-exists')
    await withCore(options.coder, async ({ core }) => {
      const status = options.sample === true ? await core.control.openSample(path) : await core.control.createLibrary(path)
      if (json) out.json(status)
      else out.text(say('cli.new.done', { name: status.name ?? '' }))
    })
  },
}

export const checkCommand: CommandSpec = {
  name: 'check',
  usage: 'check --library FILE',
  options: {},
  example: 'parley check --library talks.parley',
  run: ({ options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const report = await client.call('library.check', {})
      if (json) out.json(report)
      else {
        const problems = [
          ...report.integrity,
          ...report.foreignKeys,
          ...report.history,
          ...report.search,
          ...report.codebook,
          ...report.anchors.map((anchor) => say('cli.check.anchor', anchor)),
        ]
        out.text(problems.length > 0 ? problems.join('\n') : say('cli.check.ok', report.counts))
      }
      return report.ok ? 0 : 1
    }),
}

export const backupCommand: CommandSpec = {
  name: 'backup',
  usage: 'backup FILE --library FILE',
  options: {},
  words: 1,
  example: 'parley backup talks-copy.parley --library talks.parley',
  async run({ positionals, options, json, out }) {
    const [target] = positionals
    if (target === undefined) throw new UsageError(say('cli.backup.needsFile'))
    await withLibrary(options, ({ core }) => core.control.backupLibrary(resolve(target)))
    if (json) out.json({ file: resolve(target) })
    else out.text(say('cli.backup.done', { file: target }))
  },
}

export const serveCommand: CommandSpec = {
  name: 'serve',
  usage: 'serve [--library FILE] [--port N]',
  options: { port: { type: 'string' } },
  example: 'parley serve --library talks.parley --port 8123',
  async run({ options, json, out }) {
    const port = options.port === undefined ? undefined : Number(options.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new UsageError(say('cli.serve.badPort'))
    const { serveInTerminal, startServer } = await import('../server/index.ts')
    const wanted = { ...(options.library !== undefined && { file: libraryPath(options.library) }), ...(port !== undefined && { port }) }
    if (!json) return serveInTerminal(wanted)
    const server = await startServer(wanted).catch((error: unknown) => {
      // The host's own sentence for the person.
      out.error(error instanceof Error ? error.message : String(error))
      return null
    })
    if (!server) return 1
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
    out.json({ url: server.url })
    await server.ended
    return 0
  },
}
