/**
 * The browser host in a terminal: prints the one-time address, makes a new one at Enter, ends at Ctrl+C or when it is idle.
 * Everything it says is a plain sentence; a start that fails is one sentence and exit code 1.
 */
import { createInterface } from 'node:readline'
import { startServer, type ServerOptions } from './index.ts'
import { say } from './words.ts'

export interface Terminal {
  print: (line: string) => void
  complain: (line: string) => void
}

const standard: Terminal = { print: (line) => console.log(line), complain: (line) => console.error(line) }

/** Runs until somebody ends it. Resolves with the exit code. */
export async function serveInTerminal(options: ServerOptions = {}, terminal: Terminal = standard): Promise<number> {
  const hours = options.idleHours ?? 12
  let server
  try {
    server = await startServer({ ...options, notify: terminal.print })
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error))
    return 1
  }
  const running = server
  terminal.print(say(options.openBrowser ? 'server.opened' : 'server.address'))
  terminal.print(`  ${running.url}`)
  terminal.print(say(process.stdin.isTTY ? 'server.keys' : 'server.stop'))

  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined
  lines?.on('line', () => terminal.print(`${say('server.address.new')}\n  ${running.newUrl()}`))
  const stop = (): void => void running.close()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, stop)
  lines?.once('SIGINT', stop)

  const why = await running.ended
  lines?.close()
  for (const signal of signals) process.off(signal, stop)
  terminal.print(say(why === 'idle' ? 'server.ended.idle' : 'server.ended', { hours }))
  return 0
}
