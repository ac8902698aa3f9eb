/**
 * `parley <command>`: the contract for scripts, in-process. One JSON value on stdout with --json, messages on stderr;
 * exit 0 done, 1 the command failed, 2 the words of the call are off. Names are stable: others script against them.
 */
import { parseArgs } from 'node:util'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { commands, findCommand } from './commands.ts'
import { UsageError, withConsole, type Console } from './console.ts'
import { commandHelp, overview } from './help.ts'
import { say } from './words.ts'

const SHARED_OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  coder: { type: 'string' },
} as const

/** Runs one command line (without node and script). Resolves to the exit code; never throws. */
export async function main(argv: readonly string[], out: Console = withConsole()): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = rest[0] === undefined ? undefined : findCommand(rest[0])
    out.text(about ? commandHelp(about) : overview(commands))
    return name === undefined ? 2 : 0
  }
  const spec = findCommand(name)
  if (!spec) {
    out.error(say('cli.unknownCommand', { name, commands: commands.map((command) => command.name).join(', ') }))
    return 2
  }
  return runCommand(spec, rest, out)
}

async function runCommand(spec: CommandSpec, rest: readonly string[], out: Console): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...SHARED_OPTIONS, ...spec.options },
      allowPositionals: true,
      strict: true,
    })
    if (values.help) {
      out.text(commandHelp(spec))
      return 0
    }
    const surplus = positionals[spec.words ?? 0]
    if (surplus !== undefined) throw new UsageError(say('cli.surplus', { word: surplus }))
    const options = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value]))
    return (await spec.run({ positionals, options, json: values.json === true, out })) ?? 0
  } catch (error) {
    return explain(error, spec, out)
  }
}

function explain(error: unknown, spec: CommandSpec, out: Console): number {
  if (error instanceof ParleyError) {
    out.failure({ code: error.code, message: say(`error.${error.code}`, error.details, error.message), details: error.details })
    return 1
  }
  const misused =
    error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (misused) {
    out.error(`${error.message}\n${say('cli.seeHelp', { command: spec.name })}`)
    return 2
  }
  out.error(say('error.internal'))
  return 1
}
