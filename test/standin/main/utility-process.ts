/**
 * Electron's utilityProcess on child_process.fork: a Node process of its own, killable, with messages in structured clones both ways.
 * The child finds `process.parentPort` (utility-child.ts) and dies with us.
 */
import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { StrictEmitter, strict } from '../lib/strict.ts'
import { state } from './state.ts'

interface ForkOptions {
  env?: NodeJS.ProcessEnv
  execArgv?: string[]
  cwd?: string
  stdio?: StdioOptions
  serviceName?: string
  allowLoadingUnsignedLibraries?: boolean
}

const childSide = new URL('./utility-child.ts', import.meta.url).href
const running = new Set<ChildProcess>()

/** What the operating system would say of a process ended by a signal. */
function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? (signal ? constants.signals[signal] : 1)
}

class UtilityProcess extends StrictEmitter {
  pid: number | undefined
  stdout: Readable | null
  stderr: Readable | null
  private child: ChildProcess

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super('UtilityProcess')
    const stdio = options.stdio ?? 'inherit'
    const list = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
    this.child = fork(modulePath, args, {
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      execArgv: [`--import=${childSide}`, ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', list[1] ?? 'inherit', list[2] ?? 'inherit', 'ipc'],
    })
    this.stdout = this.child.stdout
    this.stderr = this.child.stderr
    running.add(this.child)
    this.child.once('spawn', () => {
      this.pid = this.child.pid
      this.emit('spawn')
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.once('error', (error) => this.emit('error', 'FatalError', modulePath, error.message))
    this.child.once('exit', (code, signal) => {
      running.delete(this.child)
      this.pid = undefined
      this.emit('exit', exitCode(code, signal))
    })
  }

  postMessage(message: unknown, transfer: unknown[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in: MessagePorts are not implemented')
    // A clone first: the same values are refused, and the same prototypes are lost, as in Electron.
    const copy: unknown = structuredClone(message)
    if (this.child.connected) this.child.send(copy as object, () => {})
  }

  kill(): boolean {
    return this.child.kill('SIGTERM')
  }
}

/** Electron ends the utility processes with the app. */
export function killUtilityProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}

export const utilityProcess = strict('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!state.ready) throw new Error('utilityProcess cannot be created before app is ready.')
    return new UtilityProcess(modulePath, args, options)
  },
})
