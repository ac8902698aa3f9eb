/**
 * What one client may cost. The numbers are generous for one person on one machine, and small enough that a page or program
 * gone wild cannot take the memory or the sockets of the server.
 */
export interface Limits {
  /** Body of a procedure or host action, in bytes. */
  jsonBytes: number
  /** Levels of nesting in such a body; the deepest input of the contract has six. */
  jsonDepth: number
  /** One staged file, in bytes; the core has the same limit. */
  stagedBytes: number
  /** All header fields of a request, in bytes. */
  headerBytes: number
  /** Open sockets. */
  connections: number
  /** Open event streams. */
  streams: number
  /** Milliseconds to send all headers, and to send the whole request. */
  headersTimeout: number
  requestTimeout: number
  /** Milliseconds between two looks for requests that take too long. */
  checkInterval: number
  /** Milliseconds between two signs of life on an event stream. */
  heartbeat: number
}

const MiB = 1024 * 1024

export const defaultLimits: Limits = {
  jsonBytes: 32 * MiB,
  jsonDepth: 64,
  stagedBytes: 300 * MiB,
  headerBytes: 16 * 1024,
  connections: 256,
  streams: 32,
  headersTimeout: 10_000,
  requestTimeout: 5 * 60_000,
  checkInterval: 1_000,
  heartbeat: 15_000,
}
