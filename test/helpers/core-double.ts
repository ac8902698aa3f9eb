/**
 * A core for tests of hosts: keeps to the interface, does nothing that takes long, and remembers what it was asked. Procedures
 * answer with what the test says; libraries are real (empty) files, so that modes and places can be looked at.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { LibraryStatus } from '../../src/shared/domain/library.ts'
import type { Core, OutputBytes } from '../../src/shared/rpc/core-control.ts'
import { ParleyError, type Envelope } from '../../src/shared/rpc/envelope.ts'
import type { CoreEvent } from '../../src/shared/rpc/events.ts'

export interface CoreDouble extends Core {
  /** Every call and control so far: `['library.status', {}]`, `['stageBytes', 'name', 3]`. */
  readonly asked: unknown[][]
  /** Answers of procedures by name; without one a procedure answers with its input. */
  readonly answers: Map<string, (input: unknown) => unknown>
  readonly outputs: Map<string, OutputBytes>
  readonly staged: Map<string, { name: string; bytes: Uint8Array }>
  emit(event: CoreEvent): void
}

export function createCoreDouble(): CoreDouble {
  const asked: unknown[][] = []
  const answers = new Map<string, (input: unknown) => unknown>()
  const outputs = new Map<string, OutputBytes>()
  const staged = new Map<string, { name: string; bytes: Uint8Array }>()
  const listeners = new Set<(event: CoreEvent) => void>()
  let library: string | null = null
  let coder: string | null = null

  const status = (): LibraryStatus => ({
    open: library !== null,
    name: library === null ? null : basename(library, '.parley'),
    readOnly: null,
    coder,
    counts: library === null ? null : { articles: 0, annotations: 0, parties: 0, issues: 0, threads: 0 },
  })
  const emit = (event: CoreEvent): void => listeners.forEach((listener) => listener(event))
  const opened = (path: string | null): LibraryStatus => {
    library = path
    emit({ event: 'libraryOpened', payload: { status: status() } })
    return status()
  }
  answers.set('library.status', status)
  answers.set('jobs.list', () => [])

  return {
    asked,
    answers,
    outputs,
    staged,
    emit,
    async call(name, input): Promise<Envelope> {
      asked.push([name, input])
      const answer = answers.get(name)
      try {
        return { ok: true, value: answer ? await answer(input) : input }
      } catch (error) {
        const known = error instanceof ParleyError ? error : new ParleyError('internal')
        return { ok: false, error: { code: known.code, message: known.message, details: known.details } }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    control: {
      async createLibrary(path) {
        asked.push(['createLibrary', path])
        if (existsSync(path)) throw new ParleyError('library-exists')
        writeFileSync(path, 'library')
        return opened(path)
      },
      async openLibrary(path, options) {
        asked.push(['openLibrary', path, options?.readOnly ?? false])
        if (!existsSync(path)) throw new ParleyError('library-missing')
        return opened(path)
      },
      async openSample(path) {
        asked.push(['openSample', path])
        rmSync(path, { force: true })
        writeFileSync(path, 'sample')
        return opened(path)
      },
      async closeLibrary() {
        asked.push(['closeLibrary'])
        return opened(null)
      },
      async backupLibrary(path) {
        asked.push(['backupLibrary', path])
        writeFileSync(path, 'backup')
      },
      async setCoder(name) {
        asked.push(['setCoder', name])
        coder = name
      },
      async stageBytes(name, bytes) {
        asked.push(['stageBytes', name, bytes.byteLength])
        const stagedId = `staged-${staged.size + 1}`
        staged.set(stagedId, { name, bytes })
        return { stagedId, name, bytes: bytes.byteLength }
      },
      async stagePath(path) {
        asked.push(['stagePath', path])
        return { stagedId: path, name: basename(path), bytes: 0 }
      },
      async stagePaths(paths) {
        asked.push(['stagePaths', ...paths])
        return { staged: paths.map((path) => ({ stagedId: path, name: basename(path), bytes: 0 })), refused: [], left: 0, passed: 0 }
      },
      async readOutput(outputId) {
        const output = outputs.get(outputId)
        if (!output) throw new ParleyError('output-gone')
        return output
      },
      async writeOutput(outputId, path) {
        writeFileSync(path, outputs.get(outputId)?.bytes ?? '')
      },
      async shutdown() {
        asked.push(['shutdown'])
        library = null
      },
    },
  }
}
