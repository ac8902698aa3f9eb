/** `npm run parley -- …`: the command line client, run from its sources. */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './lib/paths.ts'

interface CliModule {
  main: (argv: string[]) => Promise<number>
}

export async function run(args: string[]): Promise<number> {
  const module = at('src/cli/index.ts')
  if (!existsSync(module)) throw new Error('the command line client is missing from this copy (src/cli)')
  const { main } = (await import(pathToFileURL(module).href)) as CliModule
  // Paths are the user's: npm has moved to the root of the package, so we move back before any argument is read.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  return main(args)
}
