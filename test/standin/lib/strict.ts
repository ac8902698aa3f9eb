/**
 * Anything of Electron's that the stand-in does not have says so, instead of being silently undefined: every object it hands out is
 * wrapped in a proxy that throws on unknown members.
 */
import { EventEmitter } from 'node:events'

/** Names that are asked for by the language, by promises and by consoles rather than by an app. */
const asked = new Set([
  'then',
  'toJSON',
  'inspect',
  'default',
  '__esModule',
  'captureRejectionSymbol',
  'nodeType',
  'asymmetricMatch',
  'domain',
])

/** Wraps `target` so that reading a member it does not have throws. `name` is what the message calls it. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'string' && !(key in object) && !asked.has(key) && !/^[_$]/.test(key)) {
        throw new Error(`stand-in: ${name}.${key} is not implemented`)
      }
      return Reflect.get(object, key, receiver)
    },
  })
}

/** An event emitter whose unknown members throw; `this` is the proxy everywhere, so that identity comparisons hold. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string) {
    super()
    this.setMaxListeners(0)
    return strict(name, this)
  }
}

/** A preventable event as Electron's listeners get it, with extra fields. */
export function preventable<T extends object>(fields: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
