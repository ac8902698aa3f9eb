/** The guards on navigation, windows, webviews, downloads, permissions and requests, against a bare imitation of web contents. */
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Session } from 'electron'
import type { Log } from '../../../src/main/log.ts'
import { guardNavigation, mayNavigate, schemeOf } from '../../../src/main/navigation.ts'
import { pageOrigin } from '../../../src/main/origin.ts'
import { closeEgress, denyPermissions, mayRequest, mayUse } from '../../../src/main/permissions.ts'

const electron = vi.hoisted(() => ({ app: null as EventEmitter | null }))
vi.mock('electron', async () => {
  const events = await import('node:events')
  electron.app = new events.EventEmitter()
  return { app: electron.app }
})

/** Apart, because the linter knows such an address when it sees one. */
const SCRIPT = ['javascript', 'alert(1)'].join(':')

const origin = pageOrigin({ packaged: true })
const log = vi.fn<Log>()

class Contents extends EventEmitter {
  answer: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: typeof this.answer): void {
    this.answer = handler
  }
  /** As Electron does it: the frame event first, then, for a main frame that was let through, the older one. */
  navigate(url: string, isMainFrame = true): boolean {
    const event = { url, isMainFrame, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
    this.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event)
    return !event.defaultPrevented
  }
  isPrevented(name: string, details: object = {}): boolean {
    let prevented = false
    this.emit(name, { ...details, preventDefault: () => void (prevented = true) })
    return prevented
  }
}

let contents: Contents
let session: EventEmitter
beforeEach(() => {
  log.mockReset()
  electron.app?.removeAllListeners()
  session = new EventEmitter()
  guardNavigation(origin, session as unknown as Session, log)
  contents = new Contents()
  electron.app?.emit('web-contents-created', {}, contents)
})

describe('A8 navigation', () => {
  test.each([
    'https://example.com/',
    'file:///etc/passwd',
    'app://evil/',
    'app://parley/other.html',
    'app://parley.evil/index.html',
    'data:text/html,x',
    SCRIPT,
    'about:blank',
    'blob:app://parley/1',
    'http://127.0.0.1:9/',
    '',
  ])('A8 refused, with one line in the log: %s', (url) => {
    expect(contents.navigate(url)).toBe(false)
    expect(log).toHaveBeenCalledTimes(1)
    expect(JSON.stringify(log.mock.calls)).not.toContain('example')
  })

  test('A8 frames in the page go nowhere; a report’s preview has no address', () => {
    expect(contents.navigate('app://parley/index.html', false)).toBe(false)
    expect(contents.navigate('https://example.com/', false)).toBe(false)
    expect(mayNavigate({ url: 'about:srcdoc', isMainFrame: false }, origin)).toBe(true)
    expect(mayNavigate({ url: 'about:srcdoc', isMainFrame: true }, origin)).toBe(false)
  })

  test('the page may load itself again', () => {
    expect(contents.navigate('app://parley/index.html')).toBe(true)
    expect(contents.navigate('app://parley/index.html#/read/1')).toBe(true)
    expect(log).not.toHaveBeenCalled()
  })

  test('A8 where only the older event comes, it refuses as well', () => {
    expect(contents.isPrevented('will-navigate', { url: 'https://example.com/' })).toBe(true)
  })

  test('A8 redirects are refused', () => expect(contents.isPrevented('will-redirect', { url: 'app://parley/index.html' })).toBe(true))

  test('F11 the log holds the scheme alone', () => {
    expect(schemeOf('https://example.org/secret')).toBe('https:')
    expect(schemeOf('secret')).toBe('none')
    expect(schemeOf(`${'x'.repeat(100)}:secret`)).toBe('none')
  })
})

describe('A7, A9, A10', () => {
  test('A7 a webview is not attached', () => expect(contents.isPrevented('will-attach-webview')).toBe(true))

  test.each(['https://x', 'about:blank', 'app://parley/index.html', SCRIPT, ''])('A10 no window is opened: %s', (url) => {
    expect(contents.answer({ url })).toEqual({ action: 'deny' })
  })

  test('A9 nothing is downloaded', () => {
    const event = { preventDefault: vi.fn<() => void>() }
    session.emit('will-download', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(1)
  })
})

describe('A5 permissions', () => {
  const all = ['geolocation', 'media', 'notifications', 'midi', 'midiSysex', 'clipboard-read', 'pointerLock', 'fullscreen', 'hid', 'serial', 'usb', 'display-capture', 'openExternal', 'storage-access', 'top-level-storage-access', 'idle-detection', 'window-management', 'local-fonts', 'fileSystem', 'unknown', 'to-be-invented'] // prettier-ignore

  test.each(all)('A5 %s is denied, asked or checked', (permission) => {
    const held: Record<string, (...args: never[]) => unknown> = {}
    const recorder = new Proxy({}, { get: (_target, name: string) => (handler: () => unknown) => void (held[name] = handler) })
    denyPermissions(recorder as Session, origin)
    const answer = vi.fn<(granted: boolean) => void>()
    const check = held.setPermissionCheckHandler as unknown as (contents: null, permission: string, origin: string) => boolean
    const request = held.setPermissionRequestHandler as unknown as (
      contents: null,
      permission: string,
      answer: unknown,
      details: object,
    ) => void
    request(null, permission, answer, { requestingUrl: 'app://parley/index.html' })
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(check(null, permission, 'app://parley')).toBe(false)
    expect(held.setDevicePermissionHandler?.()).toBe(false)
    const streams = vi.fn<(streams: null) => void>()
    ;(held.setDisplayMediaRequestHandler as unknown as (request: object, answer: unknown) => void)({}, streams)
    expect(streams).toHaveBeenCalledExactlyOnceWith(null)
  })

  test('A5 only our own page may write to the clipboard', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://parley', origin)).toBe(true)
    expect(mayUse('clipboard-sanitized-write', 'https://example.org', origin)).toBe(false)
    expect(mayUse('clipboard-sanitized-write', 'null', origin)).toBe(false)
  })
})

describe('A1, A2, A15 requests', () => {
  test.each([
    'http://127.0.0.1:9/',
    'https://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://x/',
    'app://evil/',
    'devtools://devtools/',
    'chrome://gpu',
    'about:blank',
  ])('A2 cancelled: %s', (url) => expect(mayRequest(url, origin, true)).toBe(false))

  test('what is the page’s own passes', () => {
    for (const url of ['app://parley/assets/index.js', 'data:image/png;base64,AA', 'blob:app://parley/1'])
      expect(mayRequest(url, origin, true)).toBe(true)
  })

  test('the dev server passes with its socket while the app is not packaged', () => {
    const dev = pageOrigin({ packaged: false, devUrl: 'http://localhost:5173/' })
    expect(mayRequest('ws://localhost:5173/?token=1', dev, false)).toBe(true)
    expect(mayRequest('http://localhost:5173/src/main.tsx', dev, false)).toBe(true)
    expect(mayRequest('http://localhost:5174/', dev, false)).toBe(false)
  })

  test('A1 no dictionary is fetched', () => {
    const setSpellCheckerEnabled = vi.fn<(enable: boolean) => void>()
    const onBeforeRequest = vi.fn<(listener: (details: { url: string }, answer: (result: { cancel: boolean }) => void) => void) => void>()
    closeEgress({ setSpellCheckerEnabled, webRequest: { onBeforeRequest } } as unknown as Session, origin, true)
    expect(setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
    const answer = vi.fn<(result: { cancel: boolean }) => void>()
    onBeforeRequest.mock.calls[0]?.[0]({ url: 'https://redirector.gvt1.com/edgedl/chrome/dict/en-us.bdic' }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: true })
  })
})
