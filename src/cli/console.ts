/** Where a command says things: results on stdout, everything else on stderr, so that stdout can be piped. */
import type { WireError } from '../shared/rpc/envelope.ts'

export interface Console {
  /** One JSON value, the only thing on stdout. */
  json(value: unknown): void
  text(line: string): void
  error(line: string): void
  /** A failure of the core: its sentence on stderr. */
  failure(error: WireError): void
}

/** The words of a call are off. */
export class UsageError extends Error {}

export function withConsole(
  stdout: (text: string) => unknown = (text) => process.stdout.write(text),
  stderr: (text: string) => unknown = (text) => process.stderr.write(text),
): Console {
  // In braces: a writer's own answer must not become the answer of a command, which is its exit code.
  return {
    json: (value) => {
      stdout(`${JSON.stringify(value, null, 2)}\n`)
    },
    text: (line) => {
      stdout(`${line}\n`)
    },
    error: (line) => {
      stderr(`${line}\n`)
    },
    failure: (error) => {
      stderr(`${error.message} (${error.code})\n`)
    },
  }
}
