/**
 * `npm run lint [-- --fix] [paths]`: oxlint with type information, then prettier's check. With --fix both change the files.
 */
import { existsSync } from 'node:fs'
import { at } from './lib/paths.ts'
import { runTool } from './lib/run.ts'

const everything = ['src', 'test', 'build', 'resources/locales', 'electron.vite.config.ts']

export async function run(args: string[]): Promise<number> {
  const fix = args.includes('--fix')
  const named = args.filter((arg) => !arg.startsWith('-'))
  const paths = (named.length > 0 ? named : everything).filter((path) => existsSync(at(path)))
  const rules = [
    '-c',
    'build/oxlint.json',
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
    '--no-error-on-unmatched-pattern',
  ]
  const lint = await runTool('oxlint/bin/oxlint', [...rules, ...(fix ? ['--fix'] : []), ...paths])
  const style = ['--config', 'build/prettier.json', '--ignore-path', 'build/prettierignore', '--ignore-unknown', '--log-level', 'warn']
  const format = await runTool('prettier/bin/prettier.cjs', [...style, fix ? '--write' : '--check', ...paths])
  return lint || format
}
