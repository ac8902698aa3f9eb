/** Suggestions to merge: what looks alike is found, what is merely near is not, and the order is the same each time. */
import { expect, test } from 'vitest'
import { similarParties } from '../../../../src/core/codebook/similar-parties.ts'

const party = (id: number, name: string, aliases: string[] = [], parentId: number | null = null, retired = false) => ({
  id,
  parentId,
  name,
  retired,
  aliases: aliases.map((alias) => ({ name: alias })),
})

test('spelling, words, initials and parts, each pair once by its best reason', () => {
  const found = similarParties([
    party(1, 'Tehreek-e-Taliban Pakistan'),
    party(2, 'TTP'),
    party(3, 'Zabihullah Mujahid'),
    party(4, 'Zabiullah Mujahed', ['Mujahid, Zabihullah']),
    party(5, 'Hafiz Gul'),
    party(6, 'Gul Hafiz'),
    party(7, 'Afghan Foreign Ministry'),
    party(8, 'Foreign Ministry'),
  ])
  expect(found.map(({ ids, reason }) => [...ids, reason])).toEqual([
    [3, 4, 'words'],
    [5, 6, 'words'],
    [1, 2, 'initials'],
    [7, 8, 'part'],
  ])
  expect(found[0]?.names).toEqual(['Zabihullah Mujahid', 'Mujahid, Zabihullah'])
})

test('spellings that fold alike in another script or with marks are found', () => {
  expect(similarParties([party(1, 'ذبیح‌الله مجاهد'), party(2, 'ذبيح الله مجاهيد')])).toMatchObject([{ reason: 'spelling' }])
  expect(similarParties([party(1, 'Recep Tayyip Erdoğan'), party(2, 'Recep Tayip Erdogan')])).toMatchObject([{ reason: 'spelling' }])
})

test('short names, different names, retired parties, and a part directly beneath the whole are no suggestion', () => {
  expect(similarParties([party(1, 'Iran'), party(2, 'Iraq'), party(3, 'Qatar'), party(4, 'Katar', [], null, true)])).toEqual([])
  expect(similarParties([party(1, 'Foreign Ministry'), party(2, 'Foreign Ministry spokesman', [], 1)])).toEqual([])
  expect(similarParties([])).toEqual([])
})

test('a number makes the difference, and at most a hundred pairs come back', () => {
  const numbered = Array.from({ length: 1_000 }, (_, at) => party(at + 1, `Border Brigade ${at}`))
  expect(similarParties(numbered)).toEqual([])
  const letters = 'abcdefghijklmnopqrst'
  const alike = Array.from(letters, (letter, at) => party(at + 1, `Organisation of talks ${letter}`))
  const found = similarParties(alike)
  expect(found).toHaveLength(100)
  expect(similarParties(alike.toReversed())).toEqual(found)
})
