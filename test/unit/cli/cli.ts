/** Runs command lines in this process and keeps what they say. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../../src/cli/index.ts'
import { withConsole } from '../../../src/cli/console.ts'

export interface Said {
  code: number
  stdout: string
  stderr: string
}

/** A folder with a library in it, and the command line. */
export interface Cli {
  folder: string
  library: string
  at(name: string): string
  /** Runs one command line; arguments as a shell would hand them over. */
  run(...argv: string[]): Promise<Said>
  /** The same with --library; and with --json, its one value. Throws where it did not exit with `code`. */
  on(...argv: string[]): Promise<Said>
  json<T>(...argv: string[]): Promise<T>
  write(name: string, text: string | Uint8Array): string
  remove(): void
}

export const TEXT =
  'Ferry talks pause\n\nBy Mira Sol, Harbour Post\n\nThe Northern Council demands that all ferries stop at dusk. “We will close the strait,” a speaker said 🚢.\n'

export async function newCli(): Promise<Cli> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-cli-')))
  const at = (name: string): string => join(folder, name)
  const library = at('talks.parley')
  const run = async (...argv: string[]): Promise<Said> => {
    let [stdout, stderr] = ['', '']
    const code = await main(
      argv,
      withConsole(
        (text) => (stdout += text),
        (text) => (stderr += text),
      ),
    )
    return { code, stdout, stderr }
  }
  const on = (...argv: string[]): Promise<Said> => run(...argv, '--library', library)
  const cli: Cli = {
    folder,
    library,
    at,
    run,
    on,
    async json<T>(...argv: string[]) {
      const said = await on(...argv, '--json')
      if (said.code !== 0) throw new Error(`exit ${said.code}: ${said.stderr}`)
      return JSON.parse(said.stdout) as T
    },
    write(name, text) {
      writeFileSync(at(name), text)
      return at(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  const made = await on('new', '--coder', 'Ada')
  if (made.code !== 0) throw new Error(made.stderr)
  return cli
}
