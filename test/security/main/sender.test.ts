/** Who may speak to the host. */
import { describe, expect, test } from 'vitest'
import { pageOrigin } from '../../../src/main/origin.ts'
import { isTrustedSender, type SenderEvent, type SenderFrame } from '../../../src/main/sender.ts'

const origin = pageOrigin({ packaged: true })
const main: SenderFrame = { url: 'app://parley/index.html#/read/1', processId: 7, routingId: 4 }
const event = (senderFrame: SenderFrame | null, sender: Partial<SenderEvent['sender']> = {}): SenderEvent => ({
  senderFrame,
  sender: { id: 1, mainFrame: main, ...sender },
})

describe('A12 senders', () => {
  test('the main frame of our window on our page is heard', () => expect(isTrustedSender(event(main), 1, origin)).toBe(true))

  test('A12 a subframe is refused, even on our origin', () => {
    expect(isTrustedSender(event({ ...main, routingId: 5 }), 1, origin)).toBe(false)
    expect(isTrustedSender(event({ ...main, processId: 8 }), 1, origin)).toBe(false)
  })

  test('A12 a frame that is gone is refused', () => expect(isTrustedSender(event(null), 1, origin)).toBe(false))

  test('A12 another window is refused', () => {
    expect(isTrustedSender(event(main, { id: 2 }), 1, origin)).toBe(false)
    expect(isTrustedSender(event(main), null, origin)).toBe(false)
  })

  test.each([
    'app://parley.evil/',
    'app://evil/',
    'app://parley@evil/',
    'app://x@parley/',
    'app://parley:1/',
    'about:blank',
    'about:srcdoc',
    'data:text/html,x',
    'https://parley/',
    'file:///index.html',
    'apps://parley/',
    'http://localhost:5173/',
    '',
  ])('A12 our window on another page is refused: %s', (url) => {
    const frame = { ...main, url }
    expect(isTrustedSender(event(frame, { mainFrame: frame }), 1, origin)).toBe(false)
  })
})

describe('A12 the dev server', () => {
  const dev = pageOrigin({ packaged: false, devUrl: 'http://localhost:5173/' })
  test('is our page while the app is not packaged, app:// is not', () => {
    expect(dev.owns('http://localhost:5173/#/read')).toBe(true)
    expect(dev.owns('http://localhost:5174/')).toBe(false)
    expect(dev.owns('app://parley/index.html')).toBe(false)
  })
  test('is nothing in a packaged app, nor on another machine', () => {
    expect(pageOrigin({ packaged: true, devUrl: 'http://localhost:5173/' }).entry).toBe('app://parley/index.html')
    expect(pageOrigin({ packaged: false, devUrl: 'http://evil.example/' }).entry).toBe('app://parley/index.html')
    expect(pageOrigin({ packaged: false, devUrl: 'https://localhost/' }).entry).toBe('app://parley/index.html')
    expect(pageOrigin({ packaged: false, devUrl: '' }).entry).toBe('app://parley/index.html')
  })
})
