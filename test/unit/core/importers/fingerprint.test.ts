import { expect, it } from 'vitest'
import { bytesHash, textHash } from '../../../../src/core/importers/fingerprint.ts'
import { bytesOf } from './fixtures.ts'

it('D25 gives copies that differ in white space and composition one hash', () => {
  const hash = textHash('Talks go on.\n\nThe café is closed.')
  expect(textHash('  Talks go on.\n The \u00a0cafe\u0301 is\tclosed.\n')).toBe(hash)
  expect(textHash('Talks go on. The cafe is closed.')).not.toBe(hash)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})

it('D25 hashes bytes as they are', () => {
  expect(bytesHash(bytesOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(bytesHash(bytesOf('abc\n'))).not.toBe(bytesHash(bytesOf('abc')))
})
