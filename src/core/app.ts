/**
 * Composition root: one core, whichever host gives it a window. Knows SQLite, files and the domain; knows neither
 * Electron nor the DOM. Everything that differs between runs (clock, ids, log) comes in here.
 */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Core } from '../shared/rpc/core-control.ts'
import type { Touch } from '../shared/rpc/define.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CoreEvent } from '../shared/rpc/events.ts'
import type { Printer } from '../shared/rpc/printer.ts'
import { createControl } from './control.ts'
import { createDispatch, type DispatchOptions } from './dispatch.ts'
import { browserPrinter } from './exporters/pdf/browser/browser-printer.ts'
import { Held } from './held.ts'
import { HeldCells } from './held-cells.ts'
import { Parsers } from './importers/worker/parsers.ts'
import { Jobs } from './jobs/jobs.ts'
import { Outputs } from './jobs/outputs.ts'
import { Staging } from './jobs/staging.ts'
import { recordStep, type Session } from './session.ts'

export interface CoreOptions {
  clock?: () => number
  /** New UUIDs. */
  uid?: () => string
  coder?: string
  log?: DispatchOptions['log']
  onUnexpected?: (error: unknown) => void
  checkOutput?: boolean
  /** Readers of foreign files; tests bring their own. */
  parsers?: Parsers
  /** Prints reports as PDF; a browser of the machine where the host has none of its own. */
  printer?: Printer
}

export function openCore(options: CoreOptions = {}): Core {
  const clock = options.clock ?? Date.now
  const uid = options.uid ?? randomUUID
  const onUnexpected = options.onUnexpected ?? ((error: unknown) => console.error(error))
  const listeners = new Set<(event: CoreEvent) => void>()
  const emit = (event: CoreEvent): void => listeners.forEach((listener) => listener(event))

  const session: Session = {
    library: null,
    coder: options.coder ?? defaultCoder(),
    staging: new Staging(randomUUID),
    outputs: new Outputs(),
    held: new Held(onUnexpected),
    heldCells: new HeldCells(),
    parsers: options.parsers ?? new Parsers(),
    printer: options.printer ?? browserPrinter(),
    jobs: new Jobs({ clock, newId: randomUUID, onUnexpected, onMoved: (job) => emit({ event: 'jobMoved', payload: { job } }) }),
    clock,
    uid,
    opened() {
      if (!session.library) throw new ParleyError('no-library')
      return session.library
    },
    write(label, touches, fn) {
      const value = recordStep(session.opened(), session, label, fn)
      session.changed(touches)
      return value
    },
    changed: (touches: readonly Touch[]) =>
      emit({ event: 'changed', payload: { touches: [...new Set([...touches, 'history' as const])] } }),
  }
  return {
    call: createDispatch(session, { log: options.log ?? (() => undefined), onUnexpected, checkOutput: options.checkOutput ?? true }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    control: createControl(session, emit),
  }
}

function defaultCoder(): string {
  try {
    return userInfo().username
  } catch {
    return 'Coder' // no entry for this user on the system
  }
}
