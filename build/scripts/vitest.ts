/**
 * `npm run unit`, or `node build/run.mjs vitest [unit|store|contract|security|paths …]`: vitest over the named kinds of test.
 * A bare kind stands for its folder; anything else goes to vitest as it is.
 */
import { existsSync } from 'node:fs'
import { at, filesBelow } from './lib/paths.ts'
import { ceiling, runTool } from './lib/run.ts'

export const kinds = ['unit', 'store', 'contract', 'security'] as const
export type Kind = (typeof kinds)[number]

const isKind = (name: string): name is Kind => (kinds as readonly string[]).includes(name)

/** True when a kind has at least one test file. */
export const hasTests = (kind: Kind): boolean => filesBelow(at('test', kind)).some((file) => /\.test\.tsx?$/.test(file))

export async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const named = args.length > 0 ? args : [...kinds]
  const targets = named.map((name) => (isKind(name) ? `test/${name}/` : existsSync(at(name)) ? at(name) : name))
  return runTool('vitest/vitest.mjs', ['run', '-c', 'build/vitest.config.ts', ...targets], { env, timeout: ceiling })
}
