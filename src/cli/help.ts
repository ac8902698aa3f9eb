/** Help of the command line, made from the table of commands so that it cannot fall behind it. */
import type { CommandSpec } from './command.ts'
import { say } from './words.ts'

/** The list of commands. */
export function overview(commands: readonly CommandSpec[]): string {
  const width = Math.max(...commands.map((command) => command.usage.length))
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}  ${say(`cli.${command.name}.summary`)}`)
  return [say('cli.intro'), '', ...lines, '', say('cli.shared')].join('\n')
}

/** Help of one command: usage, what it does, its options, an example. */
export function commandHelp(command: CommandSpec): string {
  const options = Object.keys(command.options).map((option) => `  --${option.padEnd(12)} ${say(`cli.${command.name}.option.${option}`)}`)
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
