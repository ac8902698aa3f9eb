/**
 * Values that Electron's IPC can carry, as JSON: Date, Map, Set, bytes, undefined, NaN, bigint and errors survive; what a structured
 * clone refuses is refused. `codec` is also put into the page as text, so it may use nothing but its own body.
 */

export interface Codec {
  /** Throws a DataCloneError for functions, DOM nodes, proxies. */
  encode: (value: unknown) => string
  decode: (text: string) => unknown
}

export function codec(): Codec {
  const mark = '\u0000t'
  type Marked = Record<string, unknown>
  const isObject = (value: unknown): value is Marked => typeof value === 'object' && value !== null

  const toBase64 = (bytes: Uint8Array): string => {
    let text = ''
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
    return btoa(text)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

  const pack = (value: unknown): unknown => {
    if (value === undefined) return { [mark]: 'undefined' }
    if (typeof value === 'bigint') return { [mark]: 'bigint', v: String(value) }
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return { [mark]: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
    if (!isObject(value)) return value
    if (value instanceof Date) return { [mark]: 'date', v: value.getTime() }
    if (value instanceof Map)
      return { [mark]: 'map', v: [...(value as Map<unknown, unknown>)].map(([key, item]) => [pack(key), pack(item)]) }
    if (value instanceof Set) return { [mark]: 'set', v: [...(value as Set<unknown>)].map(pack) }
    if (value instanceof RegExp) return { [mark]: 'regexp', v: [value.source, value.flags] }
    if (value instanceof Error) return { [mark]: 'error', v: [value.name, value.message, value.stack] }
    if (value instanceof ArrayBuffer) return { [mark]: 'bytes', kind: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      const kind = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name
      return { [mark]: 'bytes', kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    }
    if (Array.isArray(value)) return value.map(pack)
    // Pairs, not keys of an object: a key such as __proto__ must arrive as data.
    return { [mark]: 'object', v: Object.keys(value).map((key) => [key, pack(value[key])]) }
  }

  const unpack = (value: unknown): unknown => {
    if (!isObject(value)) return value
    if (Array.isArray(value)) return value.map(unpack)
    const v = value.v as never
    switch (value[mark]) {
      case 'object': {
        const object: Marked = {}
        for (const [key, item] of v as [string, unknown][]) {
          Object.defineProperty(object, key, { value: unpack(item), enumerable: true, writable: true, configurable: true })
        }
        return object
      }
      case 'bigint':
        return BigInt(v)
      case 'number':
        return Number(v)
      case 'date':
        return new Date(v)
      case 'map':
        return new Map((v as [unknown, unknown][]).map(([key, item]) => [unpack(key), unpack(item)]))
      case 'set':
        return new Set((v as unknown[]).map(unpack))
      case 'regexp':
        return new RegExp(v[0], v[1])
      case 'error': {
        const [name, message, stack] = v as [string, string, string]
        const known: Record<string, ErrorConstructor> = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
        const error = new (known[name] ?? Error)(message)
        error.stack = stack
        return error
      }
      case 'bytes': {
        const bytes = fromBase64(v)
        if (value.kind === 'ArrayBuffer') return bytes.buffer
        const kinds: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
          Uint8Array,
          Int8Array,
          Uint8ClampedArray,
          Uint16Array,
          Int16Array,
          Uint32Array,
          Int32Array,
          Float32Array,
          Float64Array,
          BigInt64Array,
          BigUint64Array,
          DataView,
        }
        const kind = kinds[String(value.kind)] ?? Uint8Array
        return new kind(bytes.buffer)
      }
      default:
        return undefined
    }
  }

  return { encode: (value) => JSON.stringify(pack(structuredClone(value))), decode: (text) => unpack(JSON.parse(text)) }
}
