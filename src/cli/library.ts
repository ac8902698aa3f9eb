/** A core in this process with one library open: how every command reaches its data. */
import { resolve } from 'node:path'
import { openCore } from '../core/app.ts'
import { createClient, type Client } from '../shared/rpc/client.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import type { Job } from '../shared/domain/job.ts'
import { UsageError } from './console.ts'
import { say } from './words.ts'

export interface Opened {
  core: Core
  client: Client
}

/** Runs `work` with the library that --library names; closes it whatever happens. */
export async function withLibrary<T>(options: { library?: unknown; coder?: unknown }, work: (opened: Opened) => Promise<T>): Promise<T> {
  const path = libraryPath(options.library)
  return withCore(options.coder, async (opened) => {
    await opened.core.control.openLibrary(path)
    return work(opened)
  })
}

/** Runs `work` with a core that has no library open yet. */
export async function withCore<T>(coder: unknown, work: (opened: Opened) => Promise<T>): Promise<T> {
  const core = openCore(typeof coder === 'string' ? { coder } : {})
  try {
    return await work({ core, client: createClient(core) })
  } finally {
    await core.control.shutdown()
  }
}

/** Absolute path of --library. Throws UsageError where it is missing. */
export function libraryPath(option: unknown): string {
  if (typeof option !== 'string' || option === '') throw new UsageError(say('cli.needsLibrary'))
  return resolve(option)
}

/** The job once it has ended; `onMoved` hears of its progress. */
export function whenEnded(client: Client, jobId: string, onMoved: (job: Job) => void): Promise<Job> {
  const { promise, resolve: finish, reject } = Promise.withResolvers<Job>()
  const note = (job: Job | undefined): void => {
    if (job?.id !== jobId) return
    onMoved(job)
    if (job.state !== 'running') finish(job)
  }
  const stop = client.subscribe((event) => event.event === 'jobMoved' && note(event.payload.job))
  // It may have ended before anyone listened.
  client.call('jobs.list', {}).then((jobs) => note(jobs.find((job) => job.id === jobId && job.state !== 'running')), reject)
  return promise.finally(stop)
}

/** Once the search index is whole: a library of an earlier version gets one when it is opened. */
export async function whenIndexed(client: Client): Promise<void> {
  const job = (await client.call('jobs.list', {})).find(({ kind, state }) => kind === 'index' && state === 'running')
  if (job) await whenEnded(client, job.id, () => undefined)
}
