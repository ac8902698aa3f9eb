/** Electron's `ipcMain`, and the same per web contents: handlers by channel, and what an invocation answers. */
import { codec } from '../lib/codec.ts'
import { StrictEmitter } from '../lib/strict.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

const { encode } = codec()

export class IpcMain extends StrictEmitter {
  private handlers = new Map<string, Handler>()

  constructor() {
    super('ipcMain')
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
  handlerOf(channel: string): Handler | undefined {
    return this.handlers.get(channel)
  }
}

export const ipcMain = new IpcMain()

/** Runs the handler of an invocation; the answer is encoded, or the error in Electron's words. */
export async function answerInvoke(
  own: IpcMain,
  channel: string,
  event: object,
  args: unknown[],
): Promise<{ body: string } | { error: string }> {
  const handler = own.handlerOf(channel) ?? ipcMain.handlerOf(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value = await handler(event, ...args)
    try {
      return { body: encode(value) }
    } catch (error) {
      throw new Error('An object could not be cloned.', { cause: error })
    }
  } catch (error) {
    if (handler) console.error(`Error occurred in handler for '${channel}':`, error)
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
