/**
 * Where things are in the tree, and the small file questions every script asks.
 * Nothing here starts a process or touches the network.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../../..')

/** A path inside the repository. */
export const at = (...parts: string[]): string => join(root, ...parts)

/** A path the user typed, seen from the folder in which they typed it (npm itself moves to the root of the package). */
export const fromUser = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** Every file below a folder, as absolute paths in a stable order; empty when the folder does not exist. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
