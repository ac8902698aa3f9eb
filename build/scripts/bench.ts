/** `npm run bench -- <suite> [--size 1k|10k|100k] [--json FILE]`: hands over to test/bench/index.ts, which exports `main(argv)`. */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at } from './lib/paths.ts'

interface BenchModule {
  main: (argv: string[]) => Promise<number>
}

export async function run(args: string[]): Promise<number> {
  const module = at('test/bench/index.ts')
  if (!existsSync(module)) throw new Error('the benchmarks are missing from this copy (test/bench)')
  const { main } = (await import(pathToFileURL(module).href)) as BenchModule
  return main(args)
}
