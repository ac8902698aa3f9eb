/**
 * `npm start [-- FILE] [--browser] [--port N] [--no-open]`: builds what is stale, then opens Parley in Electron's window, or, where that
 * cannot be had, in the user's own browser. Says in one line which, and why. Never ends with a stack trace.
 */
import { parseArgs } from 'node:util'
import { electronBinary, installElectron, noWindowReason } from './lib/electron.ts'
import { fromUser, root } from './lib/paths.ts'
import { run as runProgram } from './lib/run.ts'
import { buildIfStale, isStale } from './lib/stale.ts'

interface StartOptions {
  file?: string
  sample: boolean
  port?: number
  open: boolean
}

const say = (line: string): void => console.log(line)

/** Reads the command line. Throws one sentence for what it does not know. */
function read(args: string[], sample: boolean): StartOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { browser: { type: 'boolean' }, sample: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
  })
  if (positionals.length > 1) throw new Error('one library at a time: name a single file')
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))
    throw new Error(`--port ${values.port} is not a port number`)
  if (values.browser) process.env.PARLEY_HOST = 'browser'
  const file = positionals[0] === undefined ? undefined : fromUser(positionals[0])
  return { file, sample: sample || values.sample === true, port, open: !values['no-open'] }
}

/** Runs Electron to its end. Null when it died at once, so that the browser can take over. */
async function inElectron(binary: string, options: StartOptions): Promise<number | null> {
  const started = Date.now()
  const args = [root, ...(options.sample ? ['--sample'] : []), ...(options.file === undefined ? [] : [options.file])]
  const code = await runProgram(binary, args, { env: { ELECTRON_RUN_AS_NODE: undefined } }).catch(() => 1)
  return code !== 0 && Date.now() - started < 5_000 ? null : code
}

/** Runs the browser host until it is told to stop. Imported late: the core's packages would crash an old Node before its message. */
async function inBrowser({ file, sample, port, open }: StartOptions): Promise<number> {
  const { serveInTerminal } = await import('../../src/server/index.ts')
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  return serveInTerminal({ file, sample, port, openBrowser: open && display })
}

/** Starts Parley; `sample` opens the sample library. */
export async function start(args: string[], sample = false): Promise<number> {
  const options = read(args, sample)
  if (isStale()) say('Building …')
  if ((await buildIfStale({ quiet: true })) !== 0) throw new Error('the build failed, see above')
  let reason = noWindowReason()
  if (reason === null) {
    const binary = electronBinary() ?? ((await installElectron(say)) ? electronBinary() : null)
    if (binary === null) reason = 'Electron’s binary is not here and could not be downloaded'
    else {
      const code = await inElectron(binary, options)
      if (code !== null) return code
      reason = 'Electron did not start'
    }
  }
  say(`Opening Parley in the browser: ${reason}.`)
  return inBrowser(options)
}

export const run = (args: string[]): Promise<number> => start(args)
