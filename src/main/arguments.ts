/**
 * What the command line asks of this start: files to open, the sample library, another folder for settings. Unknown switches
 * are left to Chromium. Pure, because a second start hands its arguments to the first one.
 */
import { resolve } from 'node:path'
import { z } from 'zod'
import { readPassageLink } from '../shared/domain/passage-link.ts'

export interface StartArguments {
  /** Absolute paths, in the order given. */
  files: string[]
  /** Links of reports that were followed, in the order given. */
  links: string[]
  sample: boolean
  /** Absolute path of the folder for settings, where the command line names one. */
  userData: string | null
}

const USER_DATA = '--user-data-dir='

/**
 * Reads the arguments of a start. `argv` as Node has it: the executable first and, while `packaged` is false, the folder of
 * the application as the first argument that is no switch.
 */
export function readArguments(argv: readonly string[], options: { packaged: boolean; cwd: string }): StartArguments {
  const given = argv.slice(1)
  const plain = given.filter((argument) => argument !== '' && !argument.startsWith('-'))
  const links = plain.filter((argument) => readPassageLink(argument) !== null)
  const userData = given.findLast((argument) => argument.startsWith(USER_DATA) && argument.length > USER_DATA.length)
  return {
    files: (options.packaged ? plain : plain.slice(1)).filter((file) => !links.includes(file)).map((file) => resolve(options.cwd, file)),
    links,
    sample: given.includes('--sample'),
    userData: userData === undefined ? null : resolve(options.cwd, userData.slice(USER_DATA.length)),
  }
}

/** What a second start passes to the first; anything else that arrives under this name is ignored. */
export const handOverSchema = z.strictObject({
  files: z.array(z.string().min(1).max(4_096)).max(1_000),
  links: z.array(z.string().max(500)).max(20).default([]),
  sample: z.boolean(),
})
export type HandOver = z.infer<typeof handOverSchema>
