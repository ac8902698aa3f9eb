/** Where views were left: the page beneath a view, and the view itself. */
import { beforeEach, expect, test } from 'vitest'
import { forgetPlaces, isBeneath, lastList, lastPlace, leavePlace } from '../../../../src/renderer/stores/last-places.ts'

beforeEach(forgetPlaces)

test('a view goes on at the page beneath it; its list stays where it was left', () => {
  leavePlace('/ledger?kind=demand')
  leavePlace('/ledger/7')
  leavePlace('/read/3')
  expect([lastPlace('/ledger'), lastList('/ledger')]).toEqual(['/ledger/7', '/ledger?kind=demand'])
  expect([lastPlace('/compare'), lastList('/read')]).toEqual(['/compare', '/read'])
})

test('a page beneath a view is not the view, whatever is looked for there', () => {
  expect([isBeneath('/ledger/7', '/ledger'), isBeneath('/ledger?text=a/b', '/ledger'), isBeneath('/read/7', '/ledger')]).toEqual([
    true,
    false,
    false,
  ])
})
