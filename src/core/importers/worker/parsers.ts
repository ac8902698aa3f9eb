/**
 * Parsers of foreign files: threads of their own with a limit of time and memory, started when needed and gone when idle. A file that
 * takes too long or too much costs its parser, never the core; the next file gets a new one once the old one is gone. One parser has one
 * file at a time.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import type { ImportProblem } from '../../../shared/domain/import.ts'
import { detectFormat } from '../detect.ts'
import { readFile } from '../read-file.ts'
import type { Reading, ReaderInput } from '../types.ts'
import { MemoryWatch } from './memory-watch.ts'
import type { ParseAnswer, ParseRequest } from './messages.ts'

export interface ParserLimits {
  /** Milliseconds for one file. */
  readonly time: number
  /** Megabytes of the parser's heap. */
  readonly memory: number
  /** Megabytes by which the whole process may grow while one file is read: the heap does not count buffers and what SQLite takes. */
  readonly growth: number
  /** Milliseconds without work after which a parser ends. */
  readonly idle: number
  readonly parsers: number
}

export const PARSER_LIMITS: ParserLimits = {
  time: 60_000,
  memory: 1_024,
  growth: 1_536,
  idle: 20_000,
  parsers: Math.min(2, availableParallelism()),
}

/** Bytes up to which a file is looked at, and if it is plain text read, in place: all that is done then takes time in line with its length. */
const AT_ONCE = 64 * 1024

interface Task {
  readonly input: ReaderInput
  readonly signal: AbortSignal | undefined
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: unknown) => void
}

interface Parser {
  readonly worker: Worker
  /** Settles the file it is reading; null while it has none. */
  end: ((outcome: Reading | ParleyError) => void) | null
  idle: NodeJS.Timeout | null
  /** It takes no more files; its place is free once its thread has ended. */
  isEnding: boolean
}

export class Parsers {
  readonly #limits: ParserLimits
  readonly #file: URL
  readonly #waiting: Task[] = []
  readonly #parsers = new Set<Parser>()
  readonly #watch: MemoryWatch
  #next = 0

  /** `file`: the parser's module, for tests. */
  constructor(limits: Partial<ParserLimits> = {}, file = new URL('./parse-worker.ts', import.meta.url)) {
    this.#limits = { ...PARSER_LIMITS, ...limits }
    this.#file = file
    this.#watch = new MemoryWatch(this.#limits.growth)
  }

  /**
   * Reads one file. Never rejects for what is in the file; rejects with `cancelled` where `signal` says so. `isOneOfMany`: a parser is worth
   * its start also for short texts, because others follow.
   */
  read(input: ReaderInput, signal?: AbortSignal, isOneOfMany = false): Promise<Reading> {
    // A short plain text is read sooner than a parser is started, and cannot hurt.
    if (!isOneOfMany && input.bytes.length <= AT_ONCE && detectFormat(input.name, input.bytes) === 'plain-text') return readFile(input)
    if (signal?.aborted) return Promise.reject(new ParleyError('cancelled'))
    const { promise, resolve, reject } = Promise.withResolvers<Reading>()
    const task = { input, signal, resolve, reject }
    const onAbort = (): void => {
      const at = this.#waiting.indexOf(task)
      if (at >= 0) this.#waiting.splice(at, 1)
      reject(new ParleyError('cancelled'))
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    this.#waiting.push(task)
    this.#deal()
    return promise.finally(() => signal?.removeEventListener('abort', onAbort))
  }

  /** Ends all parsers; what they were reading is `crashed`. */
  async close(): Promise<void> {
    for (const task of this.#waiting.splice(0)) task.reject(new ParleyError('cancelled'))
    await Promise.all([...this.#parsers].map((parser) => this.#drop(parser)))
  }

  #deal(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#parsers].find((parser) => parser.end === null && !parser.isEnding)
      if (!free && this.#parsers.size >= this.#limits.parsers) return
      const task = this.#waiting.shift()
      if (task) this.#give(free ?? this.#start(), task)
    }
  }

  #start(): Parser {
    const worker = new Worker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
      stdout: false,
      stderr: false,
      env: {},
    })
    const parser: Parser = { worker, end: null, idle: null, isEnding: false }
    this.#parsers.add(parser)
    worker.on('error', (error) => {
      const code = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed'
      // Said before its file is settled, so that the next file is not given to it.
      parser.isEnding = true
      parser.end?.(failed({ code, details: {} }))
    })
    worker.on('exit', () => {
      parser.isEnding = true
      if (parser.idle) clearTimeout(parser.idle)
      this.#parsers.delete(parser)
      parser.end?.(failed({ code: 'crashed', details: {} }))
      this.#deal()
    })
    return parser
  }

  #give(parser: Parser, { input, signal, resolve, reject }: Task): void {
    if (parser.idle) clearTimeout(parser.idle)
    parser.worker.ref()
    const id = ++this.#next
    const onAnswer = (answer: ParseAnswer): void => {
      if (answer.id !== id) return
      parser.end?.('reading' in answer ? answer.reading : failed({ code: 'crashed', details: { reason: answer.failed } }))
    }
    const stop = (outcome: Reading | ParleyError): void => {
      void this.#drop(parser)
      parser.end?.(outcome)
    }
    const timer = setTimeout(
      () => stop(failed({ code: 'timeout', details: { seconds: Math.round(this.#limits.time / 1_000) } })),
      this.#limits.time,
    )
    const onAbort = (): void => stop(new ParleyError('cancelled'))
    signal?.addEventListener('abort', onAbort, { once: true })
    const watched = { worker: parser.worker, stop: () => stop(failed({ code: 'memory', details: {} })) }
    this.#watch.add(watched)
    parser.end = (outcome) => {
      parser.end = null
      clearTimeout(timer)
      this.#watch.remove(watched)
      signal?.removeEventListener('abort', onAbort)
      parser.worker.off('message', onAnswer)
      if (!parser.isEnding) parser.idle = setTimeout(() => void this.#drop(parser), this.#limits.idle).unref()
      // A parser without work keeps nobody from ending.
      parser.worker.unref()
      if (outcome instanceof ParleyError) reject(outcome)
      else resolve(outcome)
      this.#deal()
    }
    parser.worker.on('message', onAnswer)
    parser.worker.postMessage({ id, input } satisfies ParseRequest)
  }

  /** Its place is given away when its thread has ended, see `exit`: a thread that goes on in native code goes on taking memory. */
  async #drop(parser: Parser): Promise<void> {
    parser.isEnding = true
    if (parser.idle) clearTimeout(parser.idle)
    await parser.worker.terminate()
  }
}

const failed = (problem: ImportProblem): Reading => ({ kind: 'problem', format: null, problem })
