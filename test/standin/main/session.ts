/**
 * Electron's `session`: permission handlers, request hooks, custom schemes. All partitions share one Chromium context here; each keeps
 * its own handlers.
 */
import { StrictEmitter, strict } from '../lib/strict.ts'
import { Protocol, defaultProtocol, fetchWith } from './protocol.ts'
import { state } from './state.ts'
import type { PageContents } from './page-contents.ts'

export type PermissionRequest = (contents: PageContents, permission: string, answer: (granted: boolean) => void, details: object) => void
export type PermissionCheck = (contents: PageContents, permission: string, origin: string, details: object) => boolean
export interface RequestDetails {
  id: string
  url: string
  method: string
  resourceType: string
  webContentsId: number
  webContents: PageContents
}
type Hook<D, R> = (details: D, answer: (result: R) => void) => void
export interface ResponseHeaders {
  responseHeaders?: Record<string, string[] | string>
  cancel?: boolean
}
interface WebRequest {
  onBeforeRequest: Hook<RequestDetails, { cancel?: boolean }> | null
  onHeadersReceived: Hook<RequestDetails & { responseHeaders: Record<string, string[]>; statusCode: number }, ResponseHeaders> | null
}

/** Sets hooks as Electron does: with or without a filter in front, which we do not apply beyond "everything". */
function webRequestFor(hooks: WebRequest): object {
  const set =
    (name: keyof WebRequest) =>
    (first: unknown, second?: unknown): void => {
      const filter = second === undefined ? null : (first as { urls?: string[] })
      if (filter?.urls?.some((pattern) => pattern !== '<all_urls>' && pattern !== '*://*/*')) {
        throw new Error(`stand-in: webRequest.${name} with a filter is not implemented`)
      }
      Object.assign(hooks, { [name]: (second === undefined ? first : second) ?? null })
    }
  return strict('webRequest', { onBeforeRequest: set('onBeforeRequest'), onHeadersReceived: set('onHeadersReceived') })
}

export class Session extends StrictEmitter {
  readonly protocol: Protocol
  readonly hooks: WebRequest = { onBeforeRequest: null, onHeadersReceived: null }
  readonly webRequest = webRequestFor(this.hooks)
  permissionRequest: PermissionRequest | null = null
  permissionCheck: PermissionCheck | null = null
  spellCheckerEnabled = true
  storagePath: string | null = null
  availableSpellCheckerLanguages: string[] = ['en-US']

  constructor(protocol: Protocol) {
    super('session')
    this.protocol = protocol
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.permissionCheck = handler
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellCheckerEnabled = enabled
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled
  }
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    return fetchWith(this.protocol, input, init)
  }
  getUserAgent(): string {
    return `Chrome/${process.versions.chrome ?? ''} Electron/${process.versions.electron ?? ''}`
  }

  // Inert: Chromium here has no devices, no displays to share, no dictionary downloads, and nothing worth clearing.
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setUSBProtectedClassesHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setCertificateVerifyProc(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}
  setUserAgent(): void {}
  setDownloadPath(): void {}
  setPreloads(): void {}
  async setProxy(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}
  async clearCache(): Promise<void> {}
  async clearStorageData(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async clearCodeCaches(): Promise<void> {}
  flushStorageData(): void {}
}

export const defaultSession = new Session(defaultProtocol)
const partitions = new Map<string, Session>()

export function sessionForPartition(name: string): Session {
  const known = partitions.get(name)
  if (known) return known
  const session = new Session(strict('protocol', new Protocol()))
  partitions.set(name, session)
  return session
}

function whenReady<T>(value: () => T): T {
  if (!state.ready) throw new Error('Session can only be received when app is ready')
  return value()
}

export const session = strict('session', {
  get defaultSession() {
    return whenReady(() => defaultSession)
  },
  fromPartition: (name: string) => whenReady(() => (name === '' ? defaultSession : sessionForPartition(name))),
})
