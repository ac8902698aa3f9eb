/**
 * The double as a process of its own, for tests of what a host does when its core dies. `CORE_DOUBLE` says how it misbehaves:
 * `refuses` ends before it is ready, `breaks` ends at the opening of a library. A job with the id `die` ends it at once.
 */
import { serveCore } from '../../src/shared/rpc/core-link.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { createCoreDouble } from './core-double.ts'

const mode = process.env.CORE_DOUBLE
if (mode === 'refuses') {
  console.error('Error: something inside is broken')
  process.exit(1)
}
if (mode === 'native') {
  console.error("Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'better-sqlite3'")
  process.exit(1)
}
const core = createCoreDouble()
core.answers.set('jobs.cancel', (input) => ((input as { jobId: string }).jobId === 'die' ? process.exit(9) : input))
core.answers.set('jobs.list', () => new Promise((resolve) => setTimeout(resolve, 60_000, [])))
core.answers.set('articles.list', () => core.asked)
core.answers.set('articles.get', () => process.pid)
if (mode === 'breaks') core.control.openLibrary = () => process.exit(9)

serveCore(
  {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  },
  core,
  (error) =>
    error instanceof ParleyError
      ? { code: error.code, message: error.message, details: error.details }
      : { code: 'internal', message: String(error) },
)
process.on('disconnect', () => process.exit(0))
