/** The filter of every view: what it takes and what it refuses by name. */
import { expect, test } from 'vitest'
import { filterSchema } from '../../../../src/shared/domain/filter.ts'

test('an empty filter and a full one are taken as they are', () => {
  const full = {
    from: '2025-10-01',
    to: '2025-10-31',
    tags: [1, 2],
    parties: [3],
    issues: [4],
    outlets: ['Harbour Post', '海峡日报'],
    articles: [5],
    importantOnly: true,
  }
  expect(filterSchema.parse({})).toEqual({})
  expect(filterSchema.parse(full)).toEqual(full)
  expect(filterSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full)
})

test.each([
  ['from', '2025-10'],
  ['from', '2025-02-30'],
  ['to', '2025-10-29T12:00'],
  ['to', ''],
  ['tags', ['demand']],
  ['parties', [0]],
  ['parties', [-1]],
  ['issues', [1.5]],
  ['articles', [Number.NaN]],
  ['articles', [2 ** 53]],
  ['outlets', ['']],
  ['outlets', Array.from({ length: 1_001 }, (_, index) => `Outlet ${index}`)],
  ['tags', Array.from({ length: 10_001 }, (_, index) => index + 1)],
  ['importantOnly', 'yes'],
  ['importantOnly', null],
  ['coder', 'Ada'],
] as const)('%s: %j is refused, and the refusal names the field', (field, value) => {
  const { error } = filterSchema.safeParse({ [field]: value })
  const named = error?.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1)))
  expect(named).toContain(field)
})

test('names that objects inherit are no fields', () => {
  expect(filterSchema.safeParse(JSON.parse('{"__proto__":{"importantOnly":true}}')).success).toBe(false)
  expect(filterSchema.safeParse({ constructor: 1 }).success).toBe(false)
})
