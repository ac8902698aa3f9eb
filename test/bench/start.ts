/** Starting: how long until a command on a library has answered, and until the browser host has its address. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { startServer } from '../../src/server/index.ts'
import { median, timed, type Figure } from './index.ts'

const ROUNDS = 5
const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

export async function startSuite(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const library = join(folder, 'sample.parley')
  const parley = (...args: string[]): Promise<unknown> =>
    run(process.execPath, [join(root, 'build/run.mjs'), 'parley', ...args, '--library', library])
  try {
    await parley('new', '--sample')
    const command: number[] = []
    const bare: number[] = []
    const serve: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timed(() => run(process.execPath, ['-e', '0'])))
      command.push(await timed(() => parley('articles')))
      serve.push(
        await timed(async () => {
          const server = await startServer({ file: library, folder, dataDir: join(folder, 'data') })
          await server.close()
        }),
      )
    }
    const figure = (name: string, value: number): Figure => ({
      suite: 'start',
      name,
      size: 'sample library',
      value,
      unit: 'ms',
      baseline: 'node -e 0',
      baselineValue: median(bare),
      target: null,
    })
    return [figure('parley articles', median(command)), figure('browser host with a library, opened and closed', median(serve))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
