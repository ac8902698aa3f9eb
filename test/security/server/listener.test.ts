/** The listener: on which address, and which headers everything carries. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentPolicy } from '../../../src/shared/rpc/content-policy.ts'
import { rawRequest } from '../../helpers/raw-http.ts'
import { startTestServer, type TestServer } from '../../helpers/server.ts'

let host: TestServer
beforeAll(async () => {
  host = await startTestServer()
})
afterAll(() => host.stop())

/** Local addresses of the sockets that listen on a port, as Linux prints them: hexadecimal, little-endian. */
function listening(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && fields[1]?.endsWith(`:${hex}`))
      .map((fields) => fields[1]?.split(':')[0] ?? ''),
  )
}

describe('the listener', () => {
  test.runIf(process.platform === 'linux')('B1 one socket listens, on 127.0.0.1 only', () => {
    expect(listening(host.server.port)).toEqual(['0100007F'])
  })

  test('B1 no option makes it listen anywhere else', async () => {
    const other = await startTestServer({ host: '0.0.0.0', address: '0.0.0.0' } as object)
    try {
      expect(new URL(other.server.url).hostname).toBe('127.0.0.1')
      if (process.platform === 'linux') expect(listening(other.server.port)).toEqual(['0100007F'])
    } finally {
      await other.stop()
    }
  })

  test.each(['/', '/?open=wrong', '/assets/app.js', '/nothing', '/events', '/rpc/library.status', '/output/none', '/session', '/a/../b'])(
    'A6 H3 %s carries policy, nosniff, no-referrer, isolation and no-store',
    async (path) => {
      const { head } = await rawRequest(host.server.port, `GET ${path} HTTP/1.1`)
      expect(head).toContain(`\r\ncontent-security-policy: ${contentPolicy}`)
      for (const line of ['x-content-type-options: nosniff', 'referrer-policy: no-referrer', 'cache-control: no-store'])
        expect(head).toContain(`\r\n${line}`)
      for (const line of ['cross-origin-opener-policy: same-origin', 'cross-origin-resource-policy: same-origin', 'permissions-policy: '])
        expect(head).toContain(`\r\n${line}`)
      expect(head).not.toContain('access-control-')
      expect(head).not.toContain('set-cookie')
    },
  )

  test('A6 the policy leaves no way for inline script, eval, frames around it, forms or plug-ins', () => {
    const rules = new Map(contentPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]))
    expect(rules.get('default-src')).toBe("'none'")
    expect(rules.get('script-src')).toBe("'self'")
    expect(rules.get('connect-src')).toBe("'self'")
    expect(rules.get('frame-ancestors')).toBe("'none'")
    expect(rules.get('base-uri')).toBe("'none'")
    expect(rules.get('form-action')).toBe("'none'")
    expect(contentPolicy).not.toMatch(/unsafe-eval|\*|https?:/)
  })
})
