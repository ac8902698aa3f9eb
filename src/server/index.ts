/** The browser host's way in, for the scripts that start it, the command line client and tests. */
export { startServer, type RunningServer, type ServerOptions, type ServerParts } from './start.ts'
export { serveInTerminal, type Terminal } from './terminal.ts'
