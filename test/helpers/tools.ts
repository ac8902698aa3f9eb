/**
 * Programs that are not ours and judge what we write: xmllint, LibreOffice, poppler. Where one is missing the test that needs it is
 * skipped, and says so: `context.skip('no xmllint')`.
 */
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const LIMIT_MS = 60_000

/** Where a program is; null where it is not installed. */
export function toolPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // It is in another folder, or nowhere.
    }
  }
  return null
}

/** What a program says on its standard output. Rejects where it fails, takes longer than a minute, or is not there. */
export async function runTool(name: string, args: readonly string[]): Promise<string> {
  const path = toolPath(name)
  if (path === null) throw new Error(`no ${name}`)
  const { stdout } = await execute(path, [...args], { timeout: LIMIT_MS, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' })
  return stdout
}

let profile: string | null = null
let last: Promise<unknown> = Promise.resolve()

/** A document as LibreOffice reads it, in another format ("fods", "pdf", "csv"). One at a time: its profile is one. `from`: how it is read. */
export function officeConvert(bytes: Uint8Array, name: string, to: string, from?: string): Promise<Uint8Array> {
  const next = last.then(() => convert(bytes, name, to, from))
  last = next.catch(() => undefined)
  return next
}

async function convert(bytes: Uint8Array, name: string, to: string, from?: string): Promise<Uint8Array> {
  profile ??= ownProfile()
  const folder = mkdtempSync(join(tmpdir(), 'parley-convert-'))
  try {
    const out = join(folder, 'out')
    writeFileSync(join(folder, name), bytes)
    const where = `-env:UserInstallation=${pathToFileURL(profile).href}`
    const how = from === undefined ? [] : [`--infilter=${from}`]
    await runTool('soffice', [where, '--headless', '--norestore', ...how, '--convert-to', to, '--outdir', out, join(folder, name)])
    const [made] = readdirSync(out)
    if (made === undefined) throw new Error(`LibreOffice made nothing of ${name}`)
    return new Uint8Array(readFileSync(join(out, made)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** LibreOffice's settings for this worker alone. A worker of the tests is ended without a word, so that the next one clears up. */
function ownProfile(): string {
  const NAME = /^parley-office-(\d+)-\d+$/
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  return join(tmpdir(), `parley-office-${process.pid}-${process.env['VITEST_POOL_ID'] ?? 0}`)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
