/** What a command of the command line is: its words, and what it does. */
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
  options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>
  /** How many words it takes besides its options; none where not given. */
  words?: number
  example: string
  /** Resolves to the exit code where it is not 0. */
  run(call: CommandCall): Promise<number | void>
}
