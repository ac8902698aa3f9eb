/**
 * Opens the person's browser on the one-time address. Arguments of programs can be read by every user of the machine, so the
 * browser is not given the address but a small private file that leads there, which goes as soon as it has served.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivateFile } from './private-files.ts'

export interface Doorway {
  readonly path: string
  remove(): Promise<void>
}

/**
 * Writes the file into `folder`. That should be a visible folder of the person's home: browsers that run in a sandbox of their
 * own (snap, flatpak) can read neither hidden folders nor the system's folder for temporary files.
 */
export async function makeDoorway(folder: string, url: string): Promise<Doorway> {
  const path = join(folder, `open-${randomUUID()}.html`)
  // The address is ours: digits, base64url and punctuation without quotes or angle brackets.
  await writePrivateFile(
    path,
    `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}"><title>Parley</title>\n`,
  )
  return { path, remove: () => rm(path, { force: true }) }
}

/** Shows a file in the default browser. False where there is no way to; never throws. */
export function openInBrowser(path: string): Promise<boolean> {
  const programs: Partial<Record<NodeJS.Platform, [string, string[]]>> = { darwin: ['open', [path]], win32: ['explorer.exe', [path]] }
  const [program, args] = programs[process.platform] ?? ['xdg-open', [path]]
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
