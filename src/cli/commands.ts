/** The table of commands. Each parses its own words, calls the contract and prints either JSON or lines for people. */
import { changesCommand } from './command-changes.ts'
import { compareCommand } from './command-compare.ts'
import { annotationsCommand, articlesCommand } from './command-lists.ts'
import { backupCommand, checkCommand, newCommand, serveCommand } from './command-library.ts'
import { codebookCommand } from './command-codebook.ts'
import { callCommand, schemaCommand } from './command-contract.ts'
import { exportCommand } from './command-export.ts'
import { importCommand } from './command-import.ts'
import { ledgerCommand } from './command-ledger.ts'
import { networkCommand } from './command-network.ts'
import { reportCommand } from './command-report.ts'
import { searchCommand } from './command-search.ts'
import { timelineCommand } from './command-timeline.ts'
import type { CommandSpec } from './command.ts'

export const commands: readonly CommandSpec[] = [
  newCommand,
  importCommand,
  articlesCommand,
  annotationsCommand,
  searchCommand,
  compareCommand,
  changesCommand,
  networkCommand,
  ledgerCommand,
  timelineCommand,
  reportCommand,
  exportCommand,
  codebookCommand,
  callCommand,
  checkCommand,
  backupCommand,
  serveCommand,
  schemaCommand,
]

export const findCommand = (name: string): CommandSpec | undefined => commands.find((command) => command.name === name)
