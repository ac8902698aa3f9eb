/**
 * Starting other programs from the scripts: always without a shell, always with this Node first on the PATH, so that a tool started
 * here never falls back to an older system Node.
 */
import { spawn, type StdioOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { at, root } from './paths.ts'

/** No suite of tests takes this long: one that does hangs. */
export const ceiling = 30 * 60_000

export interface RunOptions {
  env?: NodeJS.ProcessEnv
  stdio?: StdioOptions
  /** Ends the program after this many milliseconds; the result is then 124. */
  timeout?: number
}

/** The environment for a child: the caller's, with this Node's folder and the project's tools in front of the PATH. */
export function childEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), at('node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}

/** Runs a program to its end. Resolves with its exit code (128 + n when signal n ended it); rejects when it cannot be started. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: childEnv(options.env), stdio: options.stdio ?? 'inherit', windowsHide: true })
    let late = false
    const timer = options.timeout === undefined ? undefined : setTimeout(() => { late = true; child.kill('SIGKILL') }, options.timeout) // prettier-ignore
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const done = () => {
      clearTimeout(timer)
      process.off('SIGINT', pass).off('SIGTERM', pass)
    }
    child.once('error', (error) => { done(); reject(error) }) // prettier-ignore
    child.once('exit', (code, signal) => {
      done()
      resolve(late ? 124 : (code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15)))
    })
  })
}

/** Runs a JavaScript file of an installed package with this Node. Throws one sentence when the packages are not installed. */
export async function runTool(script: string, args: string[], options: RunOptions = {}): Promise<number> {
  const path = at('node_modules', script)
  if (!existsSync(path)) throw new Error('the packages are not installed: run "npm ci" first')
  return run(process.execPath, [path, ...args], options)
}
