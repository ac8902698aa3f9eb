/**
 * Made once for a whole run: the sample library, which takes a core seconds to make. Tests that begin with the sample get a copy of it,
 * as if they had opened it before; that it is made at all is tested where the app opens it (walk, electron-host, reading).
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startTestServer } from '../helpers/server.ts'

const template = 'PARLEY_TEST_SAMPLE'

/** Playwright's global setup; what it gives back is called after the last test. */
export default async function makeSample(): Promise<() => void> {
  // Every core is a process that reads our modules anew, and stripping their types takes longer than running them: the result is kept.
  process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, '../../node_modules/.cache/tests')
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'parley-sample-')))
  const host = await startTestServer({ sample: true, folder: made }, { ownCore: true })
  await host.stop()
  process.env[template] = made
  return () => rmSync(made, { recursive: true, force: true })
}

/** Puts the sample library into a folder of libraries, where a host that is asked for the sample finds it. Returns its path. */
export function copySample(folder: string): string {
  const made = process.env[template]
  const file = made && readdirSync(made).find((name) => name.endsWith('.parley'))
  if (!made || !file) throw new Error('no sample library was made before the tests')
  const path = join(folder, file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) cpSync(join(made, file), path)
  return path
}
