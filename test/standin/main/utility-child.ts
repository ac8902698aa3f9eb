/**
 * Runs first in a utility process: gives it `process.parentPort` as Electron does, over the fork's channel. Messages wait until someone
 * listens. When the app is gone, however it went, the process ends at once, as Electron's do.
 */
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  private waiting: unknown[] = []

  constructor() {
    super()
    process.on('message', (message) => {
      if (this.listenerCount('message') === 0) this.waiting.push(message)
      else this.emit('message', { data: message, ports: [] })
    })
    this.on('newListener', (name) => {
      if (name === 'message' && this.waiting.length > 0) queueMicrotask(() => this.start())
    })
  }

  /** Hands out what came before anyone listened. */
  start(): void {
    for (const message of this.waiting.splice(0)) this.emit('message', { data: message, ports: [] })
  }
  pause(): void {}

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message)
    process.send?.(copy, undefined, undefined, () => {})
  }
}

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
Object.assign(process, { parentPort: new ParentPort(), type: 'utility' })
