/**
 * The browser host with the real core as a program of its own, for tests that look at its processes from outside. Arguments: the
 * options as JSON. Says `{url}` to its parent, and ends when the parent says anything.
 */
import { startServer, type ServerOptions, type ServerParts } from '../../src/server/index.ts'

const { options, parts } = JSON.parse(process.argv[2] ?? '{}') as { options: ServerOptions; parts: ServerParts }
const server = await startServer(options, parts)
process.once('message', () => void server.close().then(() => process.disconnect()))
process.send?.({ url: server.url })
