/**
 * Jobs: long work with progress and cancel. A job runs in the core, step by step, giving way to other calls between
 * steps; it outlives the view that started it, and its result stays until the core ends.
 */
import type { Job, JobResult } from '../../shared/domain/job.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { errorToWire } from '../errors.ts'

const KEPT = 50

export interface JobSteps {
  readonly signal: AbortSignal
  /** Reports progress and lets other calls in. Throws `cancelled` where the job was cancelled meanwhile. `at`: what it is at, where that is long itself. */
  step(done: number, at?: Job['at']): Promise<void>
}

interface Entry {
  job: Job
  abort: AbortController
  ended: Promise<void>
}

interface JobsOptions {
  clock: () => number
  newId: () => string
  onMoved: (job: Job) => void
  onUnexpected: (error: unknown) => void
}

export class Jobs {
  readonly #jobs = new Map<string, Entry>()
  readonly #options: JobsOptions

  constructor(options: JobsOptions) {
    this.#options = options
  }

  /** Starts work of `total` steps. `run` returns the result; where it returns after a cancel, the result is kept too. */
  start(kind: Job['kind'], total: number, run: (steps: JobSteps) => Promise<JobResult>): string {
    const id = this.#options.newId()
    const abort = new AbortController()
    const job: Job = { id, kind, state: 'running', done: 0, total, startedAt: this.#now(), endedAt: null, result: null, error: null }
    const steps: JobSteps = {
      signal: abort.signal,
      step: async (done, at = null) => {
        this.#move(id, { done, at })
        await new Promise((resolve) => setImmediate(resolve))
        if (abort.signal.aborted) throw new ParleyError('cancelled')
      },
    }
    const ended = Promise.resolve()
      .then(() => run(steps))
      .then(
        (result) => this.#move(id, { state: abort.signal.aborted ? 'cancelled' : 'done', result, at: null, endedAt: this.#now() }),
        (error: unknown) => this.#fail(id, error),
      )
    this.#jobs.set(id, { job, abort, ended })
    for (const [old, entry] of [...this.#jobs].slice(0, -KEPT)) if (entry.job.state !== 'running') this.#jobs.delete(old)
    this.#options.onMoved(job)
    return id
  }

  list(): Job[] {
    return [...this.#jobs.values()].map((entry) => entry.job).toReversed()
  }

  /** Asks a job to stop; it does so at its next step. Throws `not-found`. */
  cancel(id: string): Job {
    const entry = this.#jobs.get(id)
    if (!entry) throw new ParleyError('not-found', { what: 'job', id })
    entry.abort.abort()
    return entry.job
  }

  /** The finished job. Throws `not-found`. */
  async wait(id: string): Promise<Job> {
    const entry = this.#jobs.get(id)
    if (!entry) throw new ParleyError('not-found', { what: 'job', id })
    await entry.ended
    return entry.job
  }

  /** Cancels everything and waits until it has stopped, what was started meanwhile included. */
  async stopAll(): Promise<void> {
    for (let running = this.#running(); running.length > 0; running = this.#running()) {
      for (const entry of running) entry.abort.abort()
      await Promise.all(running.map((entry) => entry.ended))
    }
  }

  #running(): Entry[] {
    return [...this.#jobs.values()].filter((entry) => entry.job.state === 'running')
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString()
  }

  #move(id: string, change: Partial<Job>): void {
    const entry = this.#jobs.get(id)
    if (!entry) return
    entry.job = { ...entry.job, ...change }
    this.#options.onMoved(entry.job)
  }

  #fail(id: string, error: unknown): void {
    const cancelled = error instanceof ParleyError && error.code === 'cancelled'
    const wire = errorToWire(error, this.#options.onUnexpected)
    this.#move(id, { state: cancelled ? 'cancelled' : 'failed', error: wire, at: null, endedAt: this.#now() })
  }
}
