/** Our own articles and the corrections newsrooms make to them, with what has to become of each passage. The pairs are in test/fixtures/revisions. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anchorSpans } from '../../../../src/core/anchoring/anchoring.ts'
import type { AnchoredSpan } from '../../../../src/core/anchoring/types.ts'

const folder = resolve(import.meta.dirname, '../../../fixtures/revisions')
const selector = z.strictObject({ start: z.int(), end: z.int(), quote: z.string(), prefix: z.string(), suffix: z.string() })
const pairSchema = z.strictObject({
  language: z.string(),
  correction: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  passages: z.array(
    z.strictObject({
      about: z.string(),
      /** As it was stored with the earlier text. */
      selector,
      outcome: z.enum(['exact', 'mapped', 'found', 'lost']),
      /** What the first candidate holds; null where there is none. */
      now: z.string().nullable(),
    }),
  ),
})

const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

test('the baseline holds its languages and corrections', () => {
  const pairs = files.map((name) => pairSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  expect(pairs.length).toBeGreaterThanOrEqual(8)
  expect([...new Set(pairs.map(({ language }) => language))].toSorted()).toEqual(['en', 'prs', 'ur', 'zh-Hans'])
})

describe.each(files)('%s', (name) => {
  const pair = pairSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const before = pair.before.join('\n')
  const after = pair.after.join('\n')
  const spans = pair.passages.map(({ selector: stored }, id): AnchoredSpan => ({ id, ...stored }))

  test('every passage has the outcome it must have', () => {
    for (const { start, end, quote } of spans) expect(before.slice(start, end)).toBe(quote)
    const found = anchorSpans(before, after, spans).map(({ outcome, candidates: [best] }, at) => ({
      about: pair.passages[at]?.about,
      outcome,
      now: best ? after.slice(best.start, best.end) : null,
    }))
    expect(found).toEqual(pair.passages.map(({ about, outcome, now }) => ({ about, outcome, now })))
  })

  test('G6 none is left out', () => {
    expect(anchorSpans(before, after, spans).length).toBe(pair.passages.length)
  })
})
