/** Other processes: the store's promises are about what is left when one dies. Each child is a plain Node of this version. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Child {
  readonly process: ChildProcess
  readonly lines: string[]
  /** Next line of output that was not taken yet; rejects where the child ends first. */
  line(): Promise<string>
  /** Resolves with the signal or code when the child has ended and all its output was read. */
  ended: Promise<string>
  kill(): Promise<void>
}

/** Starts test/store/children/NAME.ts; it is killed when the test ends. */
export function startChild(name: string, args: readonly string[], options: SpawnOptions = {}): Child {
  const script = join(import.meta.dirname, '..', 'children', `${name}.ts`)
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const lines: string[] = []
  const waiting: (() => void)[] = []
  let rest = ''
  let taken = 0
  let errors = ''
  let over = false
  const wake = () => waiting.splice(0).forEach((go) => go())
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    wake()
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  const ended = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
      resolve(signal ?? String(code))
      wake()
    })
  })
  const kill = async () => {
    if (!over) child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    process: child,
    lines,
    ended,
    kill,
    async line() {
      while (taken >= lines.length) {
        if (over) throw new Error(`the child ended: ${errors}`)
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
      return lines[taken++] ?? ''
    },
  }
}
