/** A logo is known by its bytes, not by its name, and is small. */
import { expect, test } from 'vitest'
import { readLogo } from '../../../../../src/renderer/features/reports/read-logo.ts'
import { MOST_LOGO } from '../../../../../src/shared/domain/logo.ts'
import { reportLookSchema } from '../../../../../src/shared/domain/report.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const file = (bytes: readonly number[], size = bytes.length): Blob =>
  new Blob([Uint8Array.from({ length: size }, (_, index) => bytes[index] ?? index % 256)])

test('a PNG and a JPEG come as the core takes them, byte for byte, up to the limit', async () => {
  const bytes = file(PNG, MOST_LOGO)
  const logo = await readLogo(bytes)
  expect(logo).toMatchObject({ mediaType: 'image/png' })
  expect(reportLookSchema.parse({ logo }).logo).toEqual(logo)
  if (typeof logo === 'string') throw new Error(logo)
  expect(Buffer.from(logo.base64, 'base64').equals(Buffer.from(await bytes.arrayBuffer()))).toBe(true)
  expect(await readLogo(file([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({ mediaType: 'image/jpeg' })
})

test('anything else is refused with its reason', async () => {
  expect(await readLogo(file(PNG, MOST_LOGO + 1))).toBe('size')
  expect(await readLogo(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' }))).toBe('kind')
  expect(await readLogo(new Blob([]))).toBe('kind')
})
