/**
 * The core as a process of its own: a child of Electron's utilityProcess (parentPort) or of child_process.fork (send).
 * It serves one host and ends with it. Arguments: `--coder=NAME`.
 */
import { openCore } from './app.ts'
import { errorToWire } from './errors.ts'
import { serveCore, type MessageEnd } from '../shared/rpc/core-link.ts'
import { printerOfHost } from '../shared/rpc/host-link.ts'

/** The part of Electron's ParentPort that is used here; node's types do not know it. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** Electron's wire to us; a core of the browser host has none. */
const port = (process as { parentPort?: ParentPort }).parentPort

function hostEnd(): MessageEnd {
  if (port) {
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      onClose: () => undefined,
    }
  }
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  }
}

const coder = process.argv.find((argument) => argument.startsWith('--coder='))?.slice('--coder='.length)
const unexpected = (error: unknown): void =>
  console.error('core:', error instanceof Error ? error.name : 'error', error instanceof Error ? firstFrame(error) : '')
const end = hostEnd()
const core = openCore({
  ...(coder && { coder }),
  onUnexpected: unexpected,
  // Electron has a Chromium of its own; the browser host prints as the command line does.
  ...(port && { printer: printerOfHost(end) }),
  checkOutput: process.env.NODE_ENV !== 'production',
  log: (entry) => entry.slow && console.error('core: slow', entry.procedure, entry.ms, 'ms'),
})
serveCore(end, core, (error) => errorToWire(error, unexpected))
end.onClose(() => void core.control.shutdown().finally(() => process.exit(0)))

/** Where it happened, without the message: a message may quote an article. */
function firstFrame(error: Error): string {
  return (
    error.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? ''
  )
}
