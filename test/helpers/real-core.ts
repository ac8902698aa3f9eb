/** A real core on a real file in a folder of its own, with a clock that ticks a second a call. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '../../src/core/app.ts'
import type { Parsers } from '../../src/core/importers/worker/parsers.ts'
import { createClient, type Client } from '../../src/shared/rpc/client.ts'
import type { Core } from '../../src/shared/rpc/core-control.ts'
import type { Job } from '../../src/shared/domain/job.ts'

export interface RealCore {
  core: Core
  client: Client
  folder: string
  /** Path of the library that `openRealCore` made. */
  path: string
  close(): Promise<void>
}

/** Opens a core with a new, empty library. */
export async function openRealCore(options: { coder?: string; parsers?: Parsers } = {}): Promise<RealCore> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-core-')))
  let now = Date.UTC(2025, 9, 30, 8)
  const core = openCore({
    clock: () => (now += 1_000),
    coder: options.coder ?? 'Tester',
    onUnexpected: (error) => console.error(error),
    ...(options.parsers && { parsers: options.parsers }),
  })
  const path = join(folder, 'talks.parley')
  await core.control.createLibrary(path)
  return {
    core,
    client: createClient(core),
    folder,
    path,
    async close() {
      await core.control.shutdown()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stages text and imports it; resolves to the id of the article. Throws where it was refused. */
export async function importText(core: Core, client: Client, text: string, metadata: Record<string, unknown> = {}): Promise<number> {
  const { stagedId } = await core.control.stageBytes('article.txt', new TextEncoder().encode(text))
  const { jobId } = await client.call('imports.start', { items: [{ stagedId, metadata }] })
  const job = await jobEnded(client, jobId)
  const item = job.result?.kind === 'import' ? job.result.items[0] : undefined
  if (item?.outcome !== 'imported' || item.articleId === null) throw new Error(`not imported: ${JSON.stringify(job)}`)
  return item.articleId
}

/** The job once it has ended. */
export async function jobEnded(client: Client, jobId: string): Promise<Job> {
  for (;;) {
    const job = (await client.call('jobs.list', {})).find((candidate) => candidate.id === jobId)
    if (job && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
