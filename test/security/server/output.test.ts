/** What is kept as a file is never a page, whatever it holds and however it is called. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inertPolicy } from '../../../src/shared/rpc/content-policy.ts'
import { safeFileName } from '../../../src/server/safe-name.ts'
import { startTestServer, type TestServer } from '../../helpers/server.ts'

let host: TestServer
beforeAll(async () => {
  host = await startTestServer()
})
afterAll(() => host.stop())

describe('outputs', () => {
  test.each([
    ['report.html', 'text/html', '<script>alert(1)</script>'],
    ['picture.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'],
    ['report.pdf', 'application/pdf', '%PDF-1.7'],
    ['گزارش “1”\r\nX-Evil: 1.html', 'text/html', 'x'],
  ])('B13 %s is an attachment of no particular type that may do nothing', async (name, mediaType, text) => {
    host.core.outputs.set('it', { name, mediaType, bytes: Buffer.from(text) })
    for (const method of ['GET', 'POST']) {
      const answer = await host.ask('/output/it', { method })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/octet-stream')
      expect(answer.headers.get('content-security-policy')).toBe(inertPolicy)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.!~*%-]+$/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-evil')).toBeNull()
      expect(await answer.text()).toBe(text)
    }
    expect(inertPolicy).toMatch(/^sandbox; default-src 'none'/)
  })

  test('B13 one that is not there is 404 with a sentence', async () => {
    const answer = await host.ask('/output/none')
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { ok: false, error: { code: 'output-gone', message: expect.stringContaining(' ') as string } },
    ])
  })
})

describe('file names', () => {
  test.each([
    ['../../x', 'x'], ['/etc/x', 'etc-x'], ['C:\\x', 'C--x'], ['CON', '_CON'], ['nul.txt', '_nul.txt'], ['a:b', 'a-b'], ['x.', 'x'], ['x ', 'x'], ['.htaccess', 'htaccess'], ['-rf', 'rf'],
    ['🕊️ talks', '🕊️ talks'], ['', 'file'], ['...', 'file'], ['a\u202etxt.exe', 'atxt.exe'], ['a\u0000\nb', 'ab'], ['e\u0301', 'é'],
  ])('E6 %j becomes %j', (text, name) => expect(safeFileName(text)).toBe(name)) // prettier-ignore

  test('E6 long names are cut at a character, within 120 bytes, and keep their ending', () => {
    const name = safeFileName('😀'.repeat(300) + '.parley')
    expect(name).toMatch(/^(😀)+\.parley$/u)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
    expect(safeFileName('\ud800'.repeat(10) + 'x')).toBe('x')
  })
})
