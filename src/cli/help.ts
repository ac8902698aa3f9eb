/** Help of the command line, made from the table of commands so that it cannot fall behind it. */
import type { CommandSpec } from './command.ts'
import { FILTER_OPTIONS } from './filter-options.ts'
import { say } from './words.ts'

/** The list of commands. */
export function overview(commands: readonly CommandSpec[]): string {
  const width = Math.max(...commands.map((command) => command.usage.length))
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}  ${say(`cli.${command.name}.summary`)}`)
  return [say('cli.intro'), '', ...lines, '', say('cli.shared')].join('\n')
}

/** Help of one command: usage, what it does, its options, an example. */
export function commandHelp(command: CommandSpec): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => `  --${name.padEnd(12)} ${say(`${family(command, name, option)}.option.${name}`)}`,
  )
  return [
    `parley ${command.usage}`,
    '',
    say(`cli.${command.name}.summary`),
    ...(options.length > 0 ? ['', ...options] : []),
    '',
    say('cli.shared'),
    '',
    say('cli.example', { example: command.example }),
  ].join('\n')
}

/** Options of the filter are explained once for all commands. */
const family = (command: CommandSpec, name: string, option: object): string =>
  Object.entries(FILTER_OPTIONS).some(([shared, its]) => shared === name && its === option) ? 'cli.filter' : `cli.${command.name}`
