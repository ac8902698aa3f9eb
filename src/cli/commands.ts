/** The table of commands. Each parses its own words, calls the contract and prints either JSON or lines for people. */
import { annotationsCommand, articlesCommand, compareCommand } from './command-lists.ts'
import { backupCommand, checkCommand, newCommand, serveCommand } from './command-library.ts'
import { callCommand, schemaCommand } from './command-contract.ts'
import { importCommand } from './command-import.ts'
import { reportCommand } from './command-report.ts'
import type { Console } from './console.ts'

export interface CommandCall {
  positionals: string[]
  options: Record<string, unknown>
  json: boolean
  out: Console
}

export interface CommandSpec {
  name: string
  /** After `parley`. */
  usage: string
  options: Record<string, { type: 'string' | 'boolean' }>
  /** How many words it takes besides its options; none where not given. */
  words?: number
  example: string
  /** Resolves to the exit code where it is not 0. */
  run(call: CommandCall): Promise<number | void>
}

export const commands: readonly CommandSpec[] = [
  newCommand,
  importCommand,
  articlesCommand,
  annotationsCommand,
  compareCommand,
  reportCommand,
  callCommand,
  checkCommand,
  backupCommand,
  serveCommand,
  schemaCommand,
]

export const findCommand = (name: string): CommandSpec | undefined => commands.find((command) => command.name === name)
