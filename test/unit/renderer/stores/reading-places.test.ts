/** The places of articles as the settings keep them: short, capped, and never broken by what stands in a file. */
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'

const hostCall = vi.hoisted(() => vi.fn<(action: string, input: unknown) => Promise<object>>(() => Promise.resolve({})))
vi.mock('../../../../src/renderer/lib/transport/host.ts', () => ({ hostCall }))
const { formatPlaces, leaveReadingPlace, keepReadingPlaces, MOST_PLACES, parsePlaces, readingPlaceOf } =
  await import('../../../../src/renderer/stores/reading-places.ts')
const { settingsSchema } = await import('../../../../src/shared/rpc/host-port.ts')

const key = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 12, maxLength: 12 })
const uid = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`.replace(/^0{8}/, n.toString(16).padStart(8, '0'))

beforeEach(() => hostCall.mockClear())

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 999_999_999 })), { maxLength: 30 }), (entries) => {
      const places = new Map(entries)
      expect([...parsePlaces(formatPlaces(places))]).toEqual([...places])
    }),
  )
})

test('whatever stands in the file, what parses is kept and nothing throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parsePlaces(text)))
  expect([...parsePlaces('aaaaaaaaaaaa:5 nonsense bbbbbbbbbbbb:-1 cccccccccccc:7 __proto__:1 dddddddddddd:1e3')]).toEqual([
    ['aaaaaaaaaaaa', 5],
    ['cccccccccccc', 7],
  ])
})

test('the oldest are forgotten, and as many as are kept fit into the settings', () => {
  const places = new Map(Array.from({ length: MOST_PLACES + 50 }, (_, n) => [n.toString(16).padStart(12, '0'), 999_999_999]))
  const text = formatPlaces(places)
  expect(parsePlaces(text).size).toBe(MOST_PLACES)
  expect(text).not.toContain('000000000000:')
  expect(settingsSchema.parse({ places: text }).places).toBe(text)
})

test('a place is kept once reading rests; the head of an article is no place', () => {
  vi.useFakeTimers()
  leaveReadingPlace(uid(1), 100)
  leaveReadingPlace(uid(1), 200)
  leaveReadingPlace(uid(2), 300)
  expect(hostCall).not.toHaveBeenCalled()
  expect(readingPlaceOf(uid(1))).toBe(200)
  vi.runAllTimers()
  expect(hostCall).toHaveBeenCalledTimes(1)
  leaveReadingPlace(uid(2), 0)
  expect(readingPlaceOf(uid(2))).toBeNull()
  // The window closes before it rests.
  keepReadingPlaces()
  expect(hostCall).toHaveBeenCalledTimes(2)
  expect(hostCall.mock.calls[1]).toMatchObject(['settings.set', { places: expect.stringMatching(/^\w{12}:200$/) as string }])
  keepReadingPlaces()
  leaveReadingPlace(uid(1), 200)
  vi.runAllTimers()
  expect(hostCall).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
