/**
 * The browser host in a terminal: prints the one-time address, makes a new one at Enter, ends at Ctrl+C or when it is idle.
 * Everything it says is a plain sentence; a start that fails is one sentence and exit code 1.
 */
import { createInterface } from 'node:readline'
import { startServer, type RunningServer, type ServerOptions, type ServerParts } from './start.ts'
import { say } from './words.ts'

export interface Terminal {
  print: (line: string) => void
  complain: (line: string) => void
  /** Calls back at each Enter, and gives back the function that ends that; null where nobody can press a key. */
  onEnter: ((pressed: () => void) => () => void) | null
}

/** The terminal of this process. */
const standard = (): Terminal => ({
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  onEnter: process.stdin.isTTY ? listenForEnter : null,
})

function listenForEnter(pressed: () => void): () => void {
  const lines = createInterface({ input: process.stdin })
  lines.on('line', pressed)
  return () => lines.close()
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs until somebody ends it. Resolves with the exit code. */
export async function serveInTerminal(options: ServerOptions = {}, terminal = standard(), parts: ServerParts = {}): Promise<number> {
  let server: RunningServer
  try {
    server = await startServer({ ...options, notify: terminal.print }, parts)
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error))
    return 1
  }
  terminal.print(say(options.openBrowser ? 'server.opened' : 'server.address'))
  terminal.print(`  ${server.url}`)
  terminal.print(say(terminal.onEnter ? 'server.keys' : 'server.stop'))

  const stopListening = terminal.onEnter?.(() => terminal.print(`${say('server.address.new')}\n  ${server.newUrl()}`))
  // Once only: a second Ctrl+C ends the process at once, as everywhere.
  const stop = (): void => void server.close()
  for (const signal of signals) process.once(signal, stop)
  const why = await server.ended
  for (const signal of signals) process.off(signal, stop)
  stopListening?.()
  terminal.print(say(why === 'idle' ? 'server.ended.idle' : 'server.ended', { hours: options.idleHours ?? 12 }))
  return 0
}
